import type { Node } from 'prosemirror-model'
import { type Briefing, fields, titleOf } from '../../core/briefing/briefing.ts'
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

/** How many characters of a text the library shows under a title. */
const openingLength = 240

/** The standfirst; where there is none, the first words of the text that are not the title already. */
function standfirstOrOpening(doc: Node): string {
  const standfirst = fields(doc).standfirst.textContent.trim()
  if (standfirst !== '') return standfirst
  const blocks: string[] = []
  doc.descendants(node => {
    if (node.isTextblock && blocks.length < 2 && node.textContent.trim() !== '') {
      blocks.push(node.textContent.trim())
    }
    return blocks.length < 2
  })
  return (blocks[1] ?? '').slice(0, openingLength)
}
