import type { Briefing } from '../../../core/briefing/briefing.ts'
import type { Showable } from '../../../core/handoff/goes-along.ts'

/** The most characters that a reviewer can be asked (core/history/handoff-shapes.ts). */
export const longestAsks = 2000

/** Why a briefing cannot be sent by whoever sits here; null where it can. */
export function wrongWith(sender: {
  readonly briefing: Pick<Briefing, 'doc'>
  readonly isNamed: boolean
}): string | null {
  if (sender.briefing.doc.textContent.trim() === '') return 'There is nothing to read in this briefing yet.'
  return sender.isNamed ? null : 'Give your name first: a reviewer should know who asks.'
}

/** What will be made: "2 copies, each with 3 threads and 1 suggestion". `shown` is null for a copy that is passed on. */
export function countWords(copies: number, shown: readonly Showable[] | null): string {
  const made = copies === 1 ? 'One copy' : `${copies} copies, each`
  if (shown === null)
    return copies === 1 ? 'One copy with all that this one has' : `${made} with all that this one has`
  const threads = shown.filter(({ kind }) => kind === 'thread').length
  const suggestions = shown.length - threads
  const parts = [
    ...(threads === 0 ? [] : [`${threads} ${threads === 1 ? 'thread' : 'threads'}`]),
    ...(suggestions === 0 ? [] : [`${suggestions} ${suggestions === 1 ? 'suggestion' : 'suggestions'}`]),
  ]
  return `${made} with the text${parts.length === 0 ? ' alone' : ` and ${parts.join(' and ')}`}`
}
