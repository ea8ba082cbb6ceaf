import { useEffect, useState } from 'react'
import type { Briefing } from '../../../core/briefing/briefing.ts'
import type { Hash } from '../../../core/canonical.ts'
import { type Failure, ok } from '../../../core/result.ts'
import type { Session } from '../../store/session.ts'

/** A place in the history, or the text as it is now. */
export type Place = Hash | 'now'

export type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'loaded'; readonly before: Briefing; readonly after: Briefing }

/** Two versions of a briefing, read from its history. */
export function useCompared(session: Session, before: Place, after: Place): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  useEffect(() => {
    let current = true
    const read = async (place: Place) => {
      if (place !== 'now') return await session.at(place)
      // With what was typed last.
      session.act([])
      return ok(session.state.getState().briefing)
    }
    void (async () => {
      const [a, b] = [await read(before), await read(after)]
      if (!current) return
      if (!a.ok) setLoaded({ kind: 'failed', failure: a.error })
      else if (!b.ok) setLoaded({ kind: 'failed', failure: b.error })
      else setLoaded({ kind: 'loaded', before: a.value, after: b.value })
    })()
    return () => {
      current = false
    }
  }, [session, before, after])
  return loaded
}
