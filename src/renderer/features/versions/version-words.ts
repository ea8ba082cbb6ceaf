import type { Records, Version } from '../../../core/briefing/records.ts'

const causes: Readonly<Record<Version['cause'], string>> = {
  named: 'Named version',
  opened: 'When it was opened',
  pause: 'After a pause',
  status: 'When the status changed',
  export: 'Before an export',
  'hand-off': 'Before it was handed over',
  restore: 'Before a version was restored',
  saved: 'Saved',
}

/** What a version is called: its name, else why it was kept; at a change of the status, which one was set. */
export function versionName(
  { name, cause, author, time }: Pick<Version, 'name' | 'cause' | 'author' | 'time'>,
  statusHistory: Records['statusHistory'],
): string {
  if (name !== null) return name
  // Both are of one change.
  const set = statusHistory.find(entry => entry.time === time && entry.author === author)
  return cause === 'status' && set !== undefined ? `Set to “${set.status}”` : causes[cause]
}
