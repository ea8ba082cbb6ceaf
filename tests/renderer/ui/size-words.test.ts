import { expect, test } from 'vitest'
import { sizeWords } from '../../../src/renderer/ui/size-words.ts'

test.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [13_600, '14 kB'],
  [1_250_000, '1.3 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
