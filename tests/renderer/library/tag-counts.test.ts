import { expect, test } from 'vitest'
import { tagCounts } from '../../../src/renderer/features/library/tag-counts.ts'

test('L1 tags are counted by briefing and stand in the order of the alphabet', () => {
  expect(tagCounts([{ tags: ['ports', 'climate'] }, { tags: ['climate', 'climate'] }, { tags: [] }])).toEqual(
    [
      { tag: 'climate', count: 2 },
      { tag: 'ports', count: 1 },
    ],
  )
})
