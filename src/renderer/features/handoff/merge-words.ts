import type { Rights } from '../../../core/briefing/handoff.ts'
import type { Brought } from './merge-items.ts'

/** What a copy allows, as a sentence's part. */
export const rightsWords: Readonly<Record<Rights, string>> = {
  comment: 'could comment',
  suggest: 'could comment and suggest',
  edit: 'could edit',
}

/** "3 comments, 1 edit"; empty where there is nothing. */
export function countWords({ comments, suggestions, edits, approvals = [], conflicts }: Brought): string {
  const given = approvals.filter(({ verdict }) => verdict === 'approved').length
  const asked = approvals.length - given
  return [
    counted(comments.length, 'comment'),
    counted(suggestions.length, 'suggestion'),
    counted(edits.length, 'edit'),
    counted(given, 'approval'),
    asked === 0 ? '' : `${counted(asked, 'request')} for changes`,
    counted(conflicts.length, 'conflict'),
  ]
    .filter(words => words !== '')
    .join(', ')
}

/** How far working out the merges is; one briefing is done at once or not at all. */
export function planningWords(done: number, briefings: number): string {
  const what = 'Working out what they bring'
  return briefings < 2 ? `${what}…` : `${what}: briefing ${Math.min(done + 1, briefings)} of ${briefings}…`
}

/** Said of a return that brings nothing; one that was not merged yet still answers its copy. */
export function nothingWords({
  isKnown,
  name,
}: {
  readonly isKnown: boolean
  readonly name: string
}): string {
  return isKnown
    ? 'Everything in it is here already.'
    : `Nothing in it is new here. Applying it notes that ${name} has answered.`
}

/** "1 comment", "12 comments", and nothing for none. */
export function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`
}

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
