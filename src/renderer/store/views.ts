import { type Briefing, titleOf } from '../../core/briefing/briefing.ts'
import { standfirstOrOpening } from '../../core/briefing/opening.ts'
import { statistics } from '../../core/briefing/statistics.ts'
import type { Result } from '../../core/result.ts'
import { type CardRow, database, stored } from './database.ts'
import { noteTerms } from './search/search.ts'
import { termsOf } from './search/terms.ts'
import { settings } from './settings.ts'

/** Writes what the library shows and searches of a briefing. Costs what the document costs. */
export async function writeViews(
  briefing: Briefing,
  times: { readonly created: string; readonly updated: string },
): Promise<Result<void>> {
  const { id, doc, details, head } = briefing
  const card: CardRow = {
    id,
    title: titleOf(doc),
    standfirst: standfirstOrOpening(doc),
    words: statistics(doc).words,
    tags: details.tags,
    ...times,
    binned: settings().binned?.[id] ?? null,
    head,
  }
  const { byline, dateline, tags } = details
  const text = doc.textBetween(0, doc.content.size, '\n', ' ')
  const terms = termsOf([text, byline, dateline, ...tags].join('\n'))
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
