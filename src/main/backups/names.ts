/** A backup is named by its time in UTC, with hyphens for the colons that Windows does not allow. */
export function backupName(time: Date): string {
  return `${time.toISOString().replaceAll(':', '-')}.briefing`
}

/** The time in a backup's name, or null where that is not the name of a backup. */
export function backupTime(name: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)\.briefing$/.exec(name)
  if (match === null) return null
  const time = new Date(`${match[1]}T${match[2]}:${match[3]}:${match[4]}`)
  return Number.isNaN(time.getTime()) ? null : time
}

/** The backups among a folder's entries, the newest first. */
export function newestFirst(entries: readonly string[]): string[] {
  return entries.filter(name => backupTime(name) !== null).sort((a, b) => (a < b ? 1 : -1))
}

const day = 24 * 60 * 60 * 1000

/**
 * Which backups may go: all of today stay, and of each day in the last month the newest; of the older ones
 * none but the newest of all. One from the future stays, since the clock may be wrong now.
 * @param keep one that must stay because the journal goes on from it
 */
export function superfluous(names: readonly string[], now: Date, keep: string | null): string[] {
  const days = new Set<string>()
  const today = now.toDateString()
  return newestFirst(names).filter((name, index) => {
    const time = backupTime(name)
    if (time === null) return false
    const date = time.toDateString()
    const isNewestOfDay = !days.has(date)
    days.add(date)
    if (index === 0 || name === keep || date === today || time > now) return false
    return !isNewestOfDay || now.getTime() - time.getTime() > 31 * day
  })
}
