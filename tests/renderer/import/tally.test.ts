import { expect, test } from 'vitest'
import { rolesOf, tally } from '../../../src/renderer/features/import/tally.ts'
import {
  body,
  bullets,
  divider,
  doc,
  headline,
  keyPoints,
  kp,
  li,
  p,
  pullQuote,
  section,
} from '../../support/builders.ts'

test('I1 the counts tell the lede from the paragraphs of the sections', () => {
  expect(
    tally([
      'keyPoint',
      'keyPoint',
      'keyPoint',
      'paragraph',
      'paragraph',
      'section',
      'paragraph',
      'pullQuote',
    ]),
  ).toBe('3 key points, 2 lede paragraphs, 1 section, 1 paragraph, 1 pull quote')
})

test('I1 what is left out is counted too, and nothing is said plainly', () => {
  expect(tally(['headline', 'leaveOut', 'leaveOut'])).toBe('1 headline, 2 lines left out')
  expect(tally([])).toBe('Nothing to import')
})

test('I1 a document that names its own structure is counted in the same words', () => {
  const read = doc(
    headline('Tides'),
    keyPoints(kp('one')),
    body(
      p('lede'),
      section('Later'),
      bullets(li(p('a')), li(p('b'))),
      divider(),
      pullQuote('So it is', 'Ada'),
      p(),
    ),
  )
  expect(tally(rolesOf(read))).toBe(
    '1 headline, 1 key point, 1 lede paragraph, 1 section, 1 pull quote, 2 bullets, 1 divider',
  )
})
