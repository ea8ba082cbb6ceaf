import type { Rights } from '../../../core/briefing/handoff.ts'
import { shortTime, timeOfDay } from '../../ui/when.ts'

/** What one may do in a review copy, in a few words. */
export const mayWords: Readonly<Record<Rights, string>> = {
  comment: 'You can comment',
  suggest: 'You can comment and suggest changes',
  edit: 'You can comment, suggest and edit',
}

/** What follows from that. `sender` is the sender's first name. */
export function boundsWords(rights: Rights, sender: string): string {
  switch (rights) {
    case 'comment':
      return 'the text stays as it was sent.'
    case 'suggest':
      return `${sender} decides about them.`
    case 'edit':
      return `details and status go back to ${sender} as proposals.`
  }
}

/** When something happened, within a sentence: "today at 11:14", "yesterday at 11:14", "on 3 Nov at 11:14". */
export function whenWords(iso: string, now: Date): string {
  const [day, time] = [shortTime(iso, now), timeOfDay(iso)]
  if (day === time) return `today at ${time}`
  return `${day === 'Yesterday' ? 'yesterday' : `on ${day}`} at ${time}`
}

/** What one calls somebody: the first word of the name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name
}
