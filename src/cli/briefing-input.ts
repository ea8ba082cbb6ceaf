import type { Briefing } from '../core/briefing/briefing.ts'
import { type BriefingFile, readBriefingFile } from '../core/handoff/read.ts'
import { salvage } from '../core/handoff/salvage.ts'
import { ok, type Result } from '../core/result.ts'
import { nameOf, readInput } from './input.ts'

/** The briefing in a .briefing file, or on standard input for `-`; fails as reading the file does. */
export async function readBriefing(file: string): Promise<Result<Briefing>> {
  const read = await readWholeBriefing(file)
  return read.ok ? ok(read.value.briefing) : read
}

/** The same with its history, to go on from. Where a damaged file can be read in part, the failure says how. */
export async function readWholeBriefing(file: string): Promise<Result<BriefingFile>> {
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const read = readBriefingFile(bytes.value, nameOf(file))
  if (read.ok || salvage(bytes.value, read.error) === null) return read
  const message = `${read.error.message}; galley salvage makes a new briefing of what can still be read`
  return { ok: false, error: { ...read.error, message } }
}
