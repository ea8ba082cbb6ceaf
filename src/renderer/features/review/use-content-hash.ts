import { useEffect, useState } from 'react'
import type { Hash } from '../../../core/canonical.ts'
import { contentHash } from '../../../core/review/publication.ts'
import type { Session } from '../../store/session.ts'

/** Milliseconds without a change after which the hash is worked out: it costs what the document costs. */
const pause = 600

/**
 * The content hash of a briefing as of the last pause: what its approvals are held against. Null while it is
 * not wanted, and until it is known.
 */
export function useContentHash(session: Session, wanted: boolean): Hash | null {
  const [hash, setHash] = useState<Hash | null>(null)
  useEffect(() => {
    if (!wanted) return undefined
    const compute = () => setHash(contentHash(session.state.getState().briefing))
    let timer = window.setTimeout(compute, 0)
    const stop = session.state.subscribe(({ briefing }, { briefing: before }) => {
      if (briefing.doc === before.doc && briefing.details === before.details) return
      window.clearTimeout(timer)
      timer = window.setTimeout(compute, pause)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [session, wanted])
  return wanted ? hash : null
}
