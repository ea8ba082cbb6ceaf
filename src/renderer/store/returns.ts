import type { Settings } from '../../contract/settings.ts'
import { titleOf } from '../../core/briefing/briefing.ts'
import type { Hash } from '../../core/canonical.ts'
import { hasNewsSince, writeReturn } from '../../core/handoff/return.ts'
import { derivedId } from '../../core/history/derived-id.ts'
import { ok, type Result } from '../../core/result.ts'
import type { FileOut } from './hand-out.ts'
import type { Session } from './session.ts'
import { settings, updateSettings } from './settings.ts'

/** A return as a file, and the copy as it was when it was made. */
export interface ReturnFile extends FileOut {
  readonly head: Hash
  /** ISO 8601. */
  readonly time: string
}

type Remembered = NonNullable<Settings['copies']>[string]

/**
 * The file that goes back to whoever sent a copy (H3), with all that was typed so far. Fails as `writeReturn`
 * does.
 */
export async function makeReturn(session: Session): Promise<Result<ReturnFile>> {
  // Where nothing can be written a file is wanted all the more: what is not on disk comes from memory.
  await session.flush()
  const log = await session.log()
  if (!log.ok) return log
  const time = new Date().toISOString()
  const bytes = writeReturn(log.value, time)
  if (!bytes.ok) return bytes
  const name = returnName(titleOf(log.value.briefing.doc), session.author().name)
  return ok({ name, bytes: bytes.value, head: log.value.briefing.head, time })
}

/** What a return is called: the title and the reviewer's first name, both short enough that neither is lost. */
function returnName(title: string, reviewer: string): string {
  const [first = reviewer] = reviewer.trim().split(/\s+/u)
  return `${cut(title, 110)} – return from ${cut(first, 50)}.briefing`
}

/** What stands for a copy's return where files are told apart by ids: the next return takes the place of the last. */
export function returnId(copy: string): string {
  return derivedId(['return', copy])
}

/** Whether something was done in a copy that the return with this head does not bring. */
export async function isReturnOutdated(session: Session, head: Hash): Promise<boolean> {
  const log = await session.log()
  return log.ok && hasNewsSince(log.value, head)
}

/** Remembers something of a copy, beside what is remembered already. */
export async function rememberOfCopy(copy: string, what: Partial<Remembered>): Promise<void> {
  const { copies = {} } = settings()
  await updateSettings({ copies: { ...copies, [copy]: { ...copies[copy], ...what } } })
}

/** As much of a text as fits into some bytes of UTF-8, in whole characters. */
function cut(text: string, bytes: number): string {
  const encoder = new TextEncoder()
  let short = ''
  let used = 0
  for (const character of text) {
    used += encoder.encode(character).length
    if (used > bytes) return `${short.trimEnd()}…`
    short += character
  }
  return short
}
