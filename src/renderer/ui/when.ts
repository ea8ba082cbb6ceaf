const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })
const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
const dayNameOfYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** Said of a time that is none, which a file from elsewhere can hold. */
const unknown = 'No date'

/**
 * When something happened, as a list says it: the time today, "Yesterday", a day this year, else the date. A
 * day that has not come yet is written with its year. Both are taken in the local time zone.
 */
export function shortTime(iso: string, now: Date): string {
  const then = new Date(iso)
  if (!isTime(then)) return unknown
  const midnight = startOfDay(now, 0)
  if (then >= startOfDay(now, 1)) return dayOfYear.format(then)
  if (then >= midnight) return time.format(then)
  if (then >= startOfDay(now, -1)) return 'Yesterday'
  return then.getFullYear() === now.getFullYear() ? day.format(then) : dayOfYear.format(then)
}

/** The time of day: "11:14". */
export function timeOfDay(iso: string): string {
  const then = new Date(iso)
  return isTime(then) ? time.format(then) : unknown
}

/** The day as the heading of a group: "Today", "Yesterday", "Monday 16 March", "31 December 2025". */
export function dayWords(iso: string, now: Date): string {
  const then = new Date(iso)
  if (!isTime(then)) return unknown
  if (then >= startOfDay(now, 1)) return dayNameOfYear.format(then)
  if (then >= startOfDay(now, 0)) return 'Today'
  if (then >= startOfDay(now, -1)) return 'Yesterday'
  return then.getFullYear() === now.getFullYear() ? dayName.format(then) : dayNameOfYear.format(then)
}

/** The time in full, for who wants to know exactly; one that has not come yet is said to be that. */
export function fullTime(iso: string, now = new Date()): string {
  const then = new Date(iso)
  if (!isTime(then)) return unknown
  return then > startOfDay(now, 1) ? `${full.format(then)} (not yet)` : full.format(then)
}

function isTime(date: Date): boolean {
  return !Number.isNaN(date.getTime())
}

function startOfDay(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days)
}
