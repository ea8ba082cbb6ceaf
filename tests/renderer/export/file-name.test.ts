import { expect, test } from 'vitest'
import { emptyDetails } from '../../../src/core/briefing/details.ts'
import { fileNameFor } from '../../../src/renderer/features/export/file-name.ts'
import { body, doc, headline, p } from '../../support/builders.ts'

const page = { extension: 'html' }

test('P1 a file is called by the slug, else by the title', () => {
  const named = doc(headline('Zwölf Häfen: the plan'))
  expect(fileNameFor({ doc: named, details: { ...emptyDetails, slug: 'flood-plan' } }, page)).toBe(
    'flood-plan.html',
  )
  expect(fileNameFor({ doc: named, details: emptyDetails }, page)).toBe('zwolf-hafen-the-plan.html')
})

test('P1 a title without letters or without words still gives a file name', () => {
  expect(fileNameFor({ doc: doc(headline('…?!')), details: emptyDetails }, page)).toBe('briefing.html')
  expect(fileNameFor({ doc: doc(body(p())), details: emptyDetails }, page)).toBe('untitled.html')
})
