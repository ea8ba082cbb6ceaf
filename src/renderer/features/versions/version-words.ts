import type { Version } from '../../../core/briefing/records.ts'

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

/** What a version is called: its name, else why it was kept. */
export function versionName({ name, cause }: Pick<Version, 'name' | 'cause'>): string {
  return name ?? causes[cause]
}
