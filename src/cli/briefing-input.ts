import type { Briefing } from '../core/briefing/briefing.ts'
import { type BriefingFile, readBriefingFile } from '../core/handoff/read.ts'
import { ok, type Result } from '../core/result.ts'
import { nameOf, readInput } from './input.ts'

/** The briefing in a .briefing file, or on standard input for `-`; fails as reading the file does. */
export async function readBriefing(file: string): Promise<Result<Briefing>> {
  const read = await readWholeBriefing(file)
  return read.ok ? ok(read.value.briefing) : read
}

/** The same with its history, to go on from. */
export async function readWholeBriefing(file: string): Promise<Result<BriefingFile>> {
  const bytes = await readInput(file)
  return bytes.ok ? readBriefingFile(bytes.value, nameOf(file)) : bytes
}
