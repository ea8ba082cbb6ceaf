import type { Saved } from '../../store/session.ts'

/** The saved state in words: "Saved 11:14", on another day "Saved 17 March, 11:14". */
export function savedWords(saved: Saved, now: Date): string {
  switch (saved.kind) {
    case 'saved':
      return `Saved ${sameDay(saved.at, now) ? '' : `${day.format(saved.at)}, `}${time.format(saved.at)}`
    case 'saving':
      return 'Saving…'
    case 'failed':
      return 'Not saved'
  }
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })

function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString()
}
