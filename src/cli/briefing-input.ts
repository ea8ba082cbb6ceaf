import type { Briefing } from '../core/briefing/briefing.ts'
import { readBriefingFile } from '../core/handoff/read.ts'
import { ok, type Result } from '../core/result.ts'
import { nameOf, readInput } from './input.ts'

/** The briefing in a .briefing file, or on standard input for `-`; fails as reading the file does. */
export async function readBriefing(file: string): Promise<Result<Briefing>> {
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const read = readBriefingFile(bytes.value, nameOf(file))
  return read.ok ? ok(read.value.briefing) : read
}
