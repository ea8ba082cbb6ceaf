import type { LogId } from '../../core/briefing/log-id.ts'
import type { Salvaged } from '../../core/handoff/salvage.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { addLog, createBriefing } from './create.ts'
import type { Incoming } from './incoming.ts'
import { restoreBriefing } from './library.ts'
import { settings } from './settings.ts'
import { replaceLog, storedLog } from './stored-log.ts'

/** What came of a file: the log it is now, and where the library knew it already, what was done. */
export interface OpenedFile {
  readonly id: LogId
  readonly told: string | null
}

/**
 * Takes into the library what needs no decision: a log that is not here, one that is, or one that goes on
 * from the one here. The file itself is not changed. Refused while the briefing is open.
 */
export async function openIncoming(incoming: Incoming & { readonly kind: 'new' | 'same' | 'newer' }) {
  const opened = await takeIn(incoming)
  return opened.ok ? opened : { ok: false as const, error: { ...opened.error, file: incoming.name } }
}

async function takeIn({ kind, id, log }: Parameters<typeof openIncoming>[0]): Promise<Result<OpenedFile>> {
  if (kind === 'new') {
    const added = await addLog(log, log.briefing)
    return added.ok ? ok({ id, told: null }) : added
  }
  const ours = await storedLog(id)
  if (!ours.ok) return ours
  if (ours.value === null) return fail('journal.missing', 'No copy of this briefing was found.')
  if (kind === 'newer') {
    const taken = await replaceLog(id, ours.value, log, log.briefing)
    if (!taken.ok) return taken
  }
  if (settings().binned?.[id] !== undefined) {
    const restored = await restoreBriefing(id)
    if (!restored.ok) return restored
  }
  if (kind === 'same') return ok({ id, told: 'The library already has everything in this file.' })
  const more = log.changes.length - ours.value.changes.length
  const told = more === 1 ? 'One change was taken over from it.' : `${more} changes were taken over from it.`
  return ok({ id, told })
}

/**
 * Makes a new briefing of a return whose own briefing is not here: its text and details with the comments,
 * suggestions and approvals, each signed and dated as in the file. It starts a history of its own.
 */
export async function openStranger({ log, name }: Incoming & { readonly kind: 'stranger' }) {
  const { doc, details } = log.briefing
  const made = await createBriefing({ doc, details }, { from: log.briefing, records: true })
  return made.ok ? made : { ok: false as const, error: { ...made.error, file: name } }
}

/** Makes a new briefing of what can still be read of a damaged file, with as much of its review as there is. */
export async function openRest(name: string, { briefing }: Salvaged): Promise<Result<LogId>> {
  const { doc, details } = briefing
  const made = await createBriefing({ doc, details }, { from: briefing, records: true })
  return made.ok ? made : { ok: false, error: { ...made.error, file: name } }
}
