import type { Version } from '../../../core/briefing/records.ts'
import { dayWords } from '../../ui/when.ts'

/** The versions of one day, the latest first. */
export interface Day {
  readonly day: string
  readonly versions: readonly Version[]
}

/** The versions in the order in which they were kept, the latest first, with a heading for each day. */
export function timeline(versions: readonly Version[], show: 'all' | 'named', now: Date): Day[] {
  const days: { day: string; versions: Version[] }[] = []
  for (const version of [...versions].reverse()) {
    if (show === 'named' && version.name === null) continue
    const day = dayWords(version.time, now)
    const last = days.at(-1)
    if (last?.day === day) last.versions.push(version)
    else days.push({ day, versions: [version] })
  }
  return days
}
