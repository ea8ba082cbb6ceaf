import { type Briefing, titleOf } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import { standfirstOrOpening } from '../../core/briefing/opening.ts'
import { eachStandingBlock, standingText } from '../../core/briefing/standing-text.ts'
import { statistics } from '../../core/briefing/statistics.ts'
import type { Result } from '../../core/result.ts'
import { countSuggestions } from '../../core/review/suggestions.ts'
import { countThreads } from '../../core/review/threads.ts'
import { type CardRow, database, stored } from './database.ts'
import { noteTerms } from './search/search.ts'
import { termsOf } from './search/terms.ts'
import { settings } from './settings.ts'

/** Writes what the library shows and searches of a briefing. Costs what the document costs. */
export async function writeViews(
  id: LogId,
  briefing: Briefing,
  times: { readonly created: string; readonly updated: string },
): Promise<Result<void>> {
  const { doc, details, records, authors, head } = briefing
  const { copy } = records.handoff
  const card: CardRow = {
    id,
    briefing: briefing.id,
    isCopy: copy !== null,
    ...(copy === null
      ? {}
      : { copy: { reviewer: copy.reviewer.name, sender: authors.get(copy.sender)?.name ?? '' } }),
    title: titleOf(doc),
    standfirst: standfirstOrOpening(doc),
    words: statistics(doc).words,
    status: records.status,
    openThreads: countThreads(records.threads.values()).open,
    suggestions: countSuggestions(doc),
    tags: details.tags,
    ...times,
    binned: settings().binned?.[id] ?? null,
    head,
  }
  const { byline, dateline, tags } = details
  const lines = [byline, dateline, ...tags]
  eachStandingBlock(doc, block => {
    lines.push(standingText(block, ' '))
  })
  const terms = termsOf(lines.join('\n'))
  const db = database()
  const written = await stored(async () => {
    await db.transaction('rw', db.briefings, db.search, async () => {
      await db.briefings.put(card)
      await db.search.put({ id, terms })
    })
  })
  if (written.ok) noteTerms(id, terms)
  return written
}
