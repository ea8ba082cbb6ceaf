import { liveQuery, type Subscription } from 'dexie'
import { useSyncExternalStore } from 'react'
import { type CardRow, database } from './database.ts'

const listeners = new Set<() => void>()
let cards: readonly CardRow[] | undefined
let subscription: Subscription | null = null

/**
 * All cards, kept up to date: read once for however many parts of the screen ask, and shown as they last were
 * while they are read again. Undefined until they were read for the first time.
 */
export function useAllCards(): readonly CardRow[] | undefined {
  return useSyncExternalStore(subscribe, () => cards)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  subscription ??= liveQuery(() => database().briefings.toArray()).subscribe(read => {
    cards = read
    for (const each of listeners) each()
  })
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    subscription?.unsubscribe()
    subscription = null
  }
}
