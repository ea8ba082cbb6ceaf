import { type Rights, rights } from '../../../core/briefing/handoff.ts'
import type { SelectOption } from '../../ui/select.tsx'

const words: Readonly<Record<Rights, string>> = {
  comment: 'Comment',
  suggest: 'Comment and suggest',
  edit: 'Edit',
}

/** "may comment and suggest", for a line about somebody. */
export function mayWords(may: Rights): string {
  return `may ${words[may].toLowerCase()}`
}

/** What can be given: all, or as much as one has. */
export function rightsUpTo(most: Rights): SelectOption<Rights>[] {
  return rights.slice(0, rights.indexOf(most) + 1).map(value => ({ value, label: words[value] }))
}
