import { expect, test } from 'vitest'
import { statusCounts } from '../../../src/renderer/features/library/status-counts.ts'

test('L1 statuses are counted in the order of the stages, without those that nothing is at', () => {
  const cards = (['Published', 'Draft', 'Draft', 'In review'] as const).map(status => ({ status }))
  expect(statusCounts(cards)).toEqual([
    { status: 'Draft', count: 2 },
    { status: 'In review', count: 1 },
    { status: 'Published', count: 1 },
  ])
})
