import { describeSuggestion } from '../../../core/review/describe.ts'
import { describeConflict } from '../../../core/review/describe-conflict.ts'
import { type People, personOf } from '../../ui/people.ts'
import type { ReviewEntry } from './entries.ts'

/** So many characters of a quote are read out. */
const most = 60

/** What a card is called: "Thread by Nadia Osei on “over 40 tidal barriers”, 2 comments". */
export function entryLabel(entry: ReviewEntry, people: People): string {
  if (entry.kind === 'suggestion') {
    const { suggestion } = entry
    return `Suggestion by ${personOf(people, suggestion.author).name}: ${describeSuggestion(suggestion).summary}`
  }
  if (entry.kind === 'conflict') {
    const { conflict } = entry
    const { did } = describeConflict(conflict)
    const words = conflict.content.trim() === '' ? '' : ` “${shortened(conflict.content.trim())}”`
    const state = conflict.settled === null ? '' : ', dealt with'
    return `Conflict of ${personOf(people, conflict.author).name}: ${did}${words}${state}`
  }
  const { thread, place } = entry.placed
  const [first] = thread.comments
  const about =
    place === 'briefing' || thread.quote === null
      ? 'on the whole briefing'
      : thread.quote.text === ''
        ? 'on words that are not here'
        : `on “${shortened(thread.quote.text)}”`
  const count = thread.comments.length
  return [
    `Thread by ${personOf(people, first?.author ?? '').name} ${about}`,
    `${count} ${count === 1 ? 'comment' : 'comments'}`,
    ...(place === 'lost' ? ['its text was removed'] : []),
    ...(thread.resolved === null ? [] : ['resolved']),
  ].join(', ')
}

function shortened(text: string): string {
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text
}
