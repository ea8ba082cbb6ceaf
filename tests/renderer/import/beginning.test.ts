import { expect, test } from 'vitest'
import type { ImportLine } from '../../../src/core/import/roles.ts'
import { beginning } from '../../../src/renderer/features/import/beginning.ts'

const line = (text: string): ImportLine => ({ text, role: 'paragraph', reason: '', marker: '' })

test('I1 a preview holds all of a short text', () => {
  const lines = [line('one'), line('two')]
  expect(beginning(lines)).toBe(lines)
})

test('I1 a preview stays small for many lines, and for one line of megabytes', () => {
  expect(beginning(Array.from({ length: 100_000 }, () => line('a')))).toHaveLength(400)
  const [first] = beginning([line('a'.repeat(10_000_000))])
  expect(first?.text).toHaveLength(60_000)
})
