import type { Description } from '../../../core/review/describe.ts'

export interface SummaryPart {
  readonly kind: 'span' | 'del' | 'ins'
  readonly text: string
}

/** So many characters of the words are shown at most. */
const most = 280

/**
 * A suggestion's summary with the words it takes out and puts in marked as such: "Replace", del "right",
 * "with", ins "power". A summary that is about more than words stays a sentence.
 */
export function summaryParts({ summary, deleted, inserted }: Description): SummaryPart[] {
  const say = (text: string): SummaryPart => ({ kind: 'span', text })
  const out: SummaryPart = { kind: 'del', text: shortened(deleted) }
  const put: SummaryPart = { kind: 'ins', text: shortened(inserted) }
  if (summary.startsWith('Replace “')) return [say('Replace '), out, say(' with '), put]
  if (summary.startsWith('Delete “')) return [say('Delete '), out]
  if (summary.startsWith('Insert “')) return [say('Insert '), put]
  return [say(summary)]
}

function shortened(text: string): string {
  const flat = text.replace(/\n/g, '↵')
  return flat.length > most ? `${flat.slice(0, most).trimEnd()}…` : flat
}
