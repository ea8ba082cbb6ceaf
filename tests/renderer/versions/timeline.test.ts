import { expect, test } from 'vitest'
import type { Version } from '../../../src/core/briefing/records.ts'
import type { Hash } from '../../../src/core/canonical.ts'
import { timeline } from '../../../src/renderer/features/versions/timeline.ts'
import { versionName } from '../../../src/renderer/features/versions/version-words.ts'
import { ada, uuid } from '../../support/builders.ts'

const version = (id: number, day: number, name: string | null = null): Version => ({
  id: uuid(id),
  author: ada.id,
  time: new Date(2026, 2, day, 9).toISOString(),
  name,
  cause: name === null ? 'pause' : 'named',
  head: 'a'.repeat(64) as Hash,
})
const versions = [version(1, 16), version(2, 17), version(3, 17, 'As sent'), version(4, 18)]
const now = new Date(2026, 2, 18, 12)
const shown = (show: 'all' | 'named') =>
  timeline(versions, show, now).map(
    ({ day, versions: of }) => `${day}: ${of.map(({ id }) => id.slice(-1)).join(' ')}`,
  )

test('R5 the timeline groups versions by day, the latest first', () => {
  expect(shown('all')).toEqual(['Today: 4', 'Yesterday: 3 2', 'Monday 16 March: 1'])
})

test('R5 it can show those alone that have a name', () => {
  expect(shown('named')).toEqual(['Yesterday: 3'])
})

test('R5 a version is called by its name, else by why it was kept', () => {
  expect(versions.map(each => versionName(each, []))).toEqual([
    'After a pause',
    'After a pause',
    'As sent',
    'After a pause',
  ])
})

test('R5 a version that was kept at a change of the status names the status', () => {
  const kept: Version = { ...version(5, 18), cause: 'status' }
  const set = { status: 'Approved', author: kept.author, time: kept.time, content: kept.head } as const
  expect(versionName(kept, [set])).toBe('Set to “Approved”')
  expect(versionName(kept, [])).toBe('When the status changed')
})
