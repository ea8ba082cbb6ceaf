import { useEffect, useMemo, useState } from 'react'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Status } from '../../core/briefing/records.ts'
import { withoutComments } from '../../core/history/restore.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { useAllCards } from './all-cards.ts'
import type { Card } from './card.ts'
import { createBriefing } from './create.ts'
import { database, stored } from './database.ts'
import { forgetJournal } from './journal.ts'
import { openFromStore } from './log-read.ts'
import { removeLog } from './log-write.ts'
import { recoverIfNeeded } from './recover.ts'
import { findBriefings, forgetTerms } from './search/search.ts'
import { fold } from './search/terms.ts'
import { settings, updateSettings } from './settings.ts'

export type { Card } from './card.ts'
export { createBriefing } from './create.ts'

export interface CardQuery {
  /** Words that must all begin words of the title or the text; an empty one leaves all. */
  readonly search: string
  /** `copies` are the review copies outside the bin. */
  readonly place: 'all' | 'copies' | 'bin'
  readonly tag?: string
  readonly status?: Status
  readonly sort: 'updated' | 'title' | 'words'
}

const byTitle = new Intl.Collator('en-GB', { numeric: true })
const orders: Record<CardQuery['sort'], (a: Card, b: Card) => number> = {
  updated: (a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0),
  title: (a, b) => byTitle.compare(a.title, b.title),
  words: (a, b) => b.words - a.words,
}

/** The cards that a query finds, kept up to date; undefined until they were read for the first time. */
export function useCards(query: CardQuery): readonly Card[] | undefined {
  const { search, place, tag, status, sort } = query
  const all = useAllCards()
  const found = useFound(search, all)
  const sorted = useMemo(() => all?.toSorted(orders[sort]), [all, sort])
  return useMemo(
    () =>
      sorted?.filter(
        card =>
          (place === 'bin') === (card.binned !== null) &&
          (place !== 'copies' || card.isCopy === true) &&
          (tag === undefined || card.tags.includes(tag)) &&
          (status === undefined || card.status === status) &&
          (search.trim() === '' || isFound(card, search, found)),
      ),
    [sorted, place, tag, status, search, found],
  )
}

/** What the search found for this text; null until it has answered, and after every change of the cards. */
function useFound(search: string, cards: unknown): ReadonlySet<LogId> | null {
  const [found, setFound] = useState<{ search: string; ids: ReadonlySet<LogId> } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards may have other words
  useEffect(() => {
    if (search.trim() === '') return
    let current = true
    void findBriefings(search).then(ids => {
      if (current) setFound({ search, ids })
    })
    return () => {
      current = false
    }
  }, [search, cards])
  return found?.search === search ? found.ids : null
}

/** While the search has not answered, what the titles say. */
function isFound(card: Card, search: string, found: ReadonlySet<LogId> | null): boolean {
  return found === null ? fold(card.title).includes(fold(search).trim()) : found.has(card.id)
}

/**
 * A new briefing with the same text and details, suggestions included. It starts a history of its own; what
 * was said about the other stays with the other.
 */
export async function duplicateBriefing(id: LogId): Promise<Result<LogId>> {
  const recovered = await recoverIfNeeded(id)
  if (!recovered.ok) return recovered
  const opened = await openFromStore(id)
  if (!opened.ok) return opened
  if (opened.value === null) return fail('journal.missing', 'No copy of this briefing was found.')
  const { briefing } = opened.value
  const { doc, details } = briefing
  return await createBriefing({ doc: withoutComments(doc), details }, { from: briefing, records: false })
}

/** Puts a briefing in the bin; it stays there, whole, until it is restored or destroyed. */
export async function binBriefing(id: LogId): Promise<Result<void>> {
  return await setBinned(id, new Date().toISOString())
}

export async function restoreBriefing(id: LogId): Promise<Result<void>> {
  return await setBinned(id, null)
}

/** Deletes a briefing of the bin for good: journal, backups and store. What is not in the bin is refused. */
export async function destroyBriefing(id: LogId): Promise<Result<void>> {
  if (settings().binned?.[id] === undefined)
    return fail('refused', 'Only a briefing in the bin can be deleted.')
  const destroyed = await window.galley.invoke('briefing.destroy', { briefingId: id })
  if (!destroyed.ok) return destroyed
  await forgetJournal(id)
  const { [id]: _copy, ...copies } = settings().copies ?? {}
  if (_copy !== undefined) await updateSettings({ copies })
  const removed = await removeLog(id)
  if (!removed.ok) return removed
  forgetTerms(id)
  return await setBinned(id, null)
}

/** The settings keep it first, since they outlive the store; the card follows. */
async function setBinned(id: LogId, time: string | null): Promise<Result<void>> {
  const { [id]: _before, ...others } = settings().binned ?? {}
  const kept = await updateSettings({ binned: time === null ? others : { ...others, [id]: time } })
  if (!kept.ok) return kept
  const shown = await stored(() => database().briefings.update(id, { binned: time }))
  return shown.ok ? ok(undefined) : shown
}
