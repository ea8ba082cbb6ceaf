import { expect, test } from 'vitest'
import { standfirstOrOpening } from '../../../src/core/briefing/opening.ts'
import { body, doc, headline, keyPoints, kp, p, standfirst } from '../../support/builders.ts'

test('under the title stands the standfirst', () => {
  expect(standfirstOrOpening(doc(headline('Ports'), standfirst(' Nine sign '), body(p('Text'))))).toBe(
    'Nine sign',
  )
})

test('without a standfirst the text begins there, behind what is the title', () => {
  expect(standfirstOrOpening(doc(headline('Ports'), keyPoints(kp(), kp('Nine sign')), body(p('Text'))))).toBe(
    'Nine sign',
  )
  expect(standfirstOrOpening(doc(keyPoints(kp('Nine sign')), body(p('Text'))))).toBe('Text')
  expect(standfirstOrOpening(doc(headline('Ports')))).toBe('')
})
