const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })

/**
 * When something happened, as a list says it: the time today, "Yesterday", a day this year, else the date.
 * Both are taken in the local time zone.
 */
export function shortTime(iso: string, now: Date): string {
  const then = new Date(iso)
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate())
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (then >= midnight) return time.format(then)
  if (then >= yesterday) return 'Yesterday'
  return then.getFullYear() === now.getFullYear() ? day.format(then) : dayOfYear.format(then)
}

/** The same in full, for who wants to know exactly. */
export function fullTime(iso: string): string {
  return full.format(new Date(iso))
}
