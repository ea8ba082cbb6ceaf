import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type DetailName, detailSchemas } from '../../../core/briefing/details.ts'
import type { Session } from '../../store/session.ts'

/** The details that are a line of text. */
export type TextDetail = 'byline' | 'dateline' | 'date' | 'language' | 'slug'

/** Milliseconds after the last key in which a detail is kept, and at the latest after the first one. */
const pause = 350
const longest = 600

export interface DetailDraft {
  readonly value: string
  /** What is wrong with the value, in words; shown once the user stops. */
  readonly error: string | undefined
  readonly change: (value: string) => void
  /** Keeps the value now: on leaving the field, or Enter. */
  readonly keep: () => void
}

/**
 * What stands in a detail's field while the user types there. It is kept in the briefing after a pause, on
 * leaving the field, and when the window is about to close; a value that is not valid stays in the field
 * with the reason and is not kept.
 */
export function useDetailDraft(session: Session, name: TextDetail, kept: string): DetailDraft {
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const waiting = useRef<{ timer: number; since: number } | null>(null)
  const latest = useRef<string | null>(null)
  /** The value that this field kept last; another one in the briefing came from elsewhere. */
  const keptHere = useRef(kept)

  const stopWaiting = () => {
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer)
    waiting.current = null
  }

  const keepSoFar = (): boolean => {
    stopWaiting()
    const value = latest.current
    if (value === null) return true
    setError(problemOf(name, value))
    if (problemOf(name, value) !== undefined) return false
    if (value.trim() === kept) return true
    keptHere.current = value.trim()
    const result = session.setDetail(name, keptHere.current)
    if (!result.ok) setError(result.error.message)
    return result.ok
  }

  const keep = () => {
    if (!keepSoFar()) return
    latest.current = null
    setDraft(null)
  }

  const change = (value: string) => {
    latest.current = value
    setDraft(value)
    if (problemOf(name, value) === undefined) setError(undefined)
    const since = waiting.current?.since ?? Date.now()
    stopWaiting()
    const delay = Math.max(0, Math.min(pause, since + longest - Date.now()))
    waiting.current = { timer: window.setTimeout(keepSoFar, delay), since }
  }

  useEffect(() => {
    if (kept === keptHere.current) return
    keptHere.current = kept
    latest.current = null
    setDraft(null)
    setError(undefined)
  }, [kept])

  const keepOnClosing = useEffectEvent(keepSoFar)
  useEffect(() => {
    const stop = window.galley.on('flush', () => keepOnClosing())
    return () => {
      stop()
      keepOnClosing()
    }
  }, [])

  return { value: draft ?? kept, error, change, keep }
}

/** What is wrong with a value for a detail, in words, or undefined. */
export function problemOf<N extends DetailName>(name: N, value: unknown): string | undefined {
  const parsed = detailSchemas[name].safeParse(value)
  return parsed.success ? undefined : parsed.error.issues[0]?.message
}
