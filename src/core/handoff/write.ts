import { zipSync } from 'fflate'
import type { Briefing } from '../briefing/briefing.ts'
import { canonicalJson, hashBytes } from '../canonical.ts'
import { type Change, type Origin, originHash } from '../history/change.ts'
import { replay } from '../history/log.ts'
import { describeFailure } from '../result.ts'
import { type EntryName, formatVersion, invitationOf, type Manifest } from './manifest.ts'
import { readZipDirectory } from './zip-directory.ts'

/**
 * A .briefing file in the form of docs/FILE-FORMAT.md: a master (H1) with everything of one briefing; of a
 * copy's log a review copy, or, where `kind` says so, the return to its sender. The same input gives the same
 * bytes. `time` is when it is written, ISO 8601 in UTC; `briefing` is what the log
 * replays to, where the caller has it at hand and need not wait for another replay.
 * @throws Error when the log does not hold or `briefing` is not its end: such a file could not be read back
 */
export function writeBriefingFile(parts: {
  readonly origin: Origin
  readonly changes: readonly Change[]
  readonly title: string
  readonly time: string
  readonly briefing?: Briefing
  readonly kind?: 'return'
}): Uint8Array {
  const { origin, changes, title, time } = parts
  const briefing = parts.briefing ?? endOf(origin, changes)
  const { id, doc, details, head } = briefing
  const invitation = invitationOf(briefing)
  if (parts.kind !== undefined && invitation === null) throw new Error('Only a review copy can be returned')
  if (head !== (changes.at(-1)?.hash ?? originHash(origin)))
    throw new Error('The briefing is not the log’s end')

  const encoder = new TextEncoder()
  const contents = {
    'document.json': encoder.encode(readable({ id, head, document: doc.toJSON(), details })),
    'origin.json': encoder.encode(readable(origin)),
    'changes.ndjson': encoder.encode(changes.map(change => `${canonicalJson(change)}\n`).join('')),
  }
  const listed = (bytes: Uint8Array) => ({ size: bytes.length, sha256: hashBytes(bytes) })
  const common = {
    format: 'galley-briefing',
    formatVersion,
    epoch: origin.epoch,
    id,
    title: title.slice(0, 1000),
    time,
    head,
    entries: {
      'document.json': listed(contents['document.json']),
      'origin.json': listed(contents['origin.json']),
      'changes.ndjson': listed(contents['changes.ndjson']),
    },
  } as const
  const manifest: Manifest =
    invitation === null
      ? { ...common, kind: 'master' }
      : { ...common, kind: parts.kind ?? 'review-copy', invitation }
  return pack({ 'manifest.json': encoder.encode(readable(manifest)), ...contents })
}

function endOf(origin: Origin, changes: readonly Change[]): Briefing {
  const replayed = replay(origin, changes)
  if (!replayed.ok) throw new Error(describeFailure(replayed.error))
  return replayed.value
}

/** Indented JSON with sorted keys, for people and for equal bytes. */
function readable(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`
}

/** A ZIP of the entries, deflated; stored where the text repeats itself so much that a reader would balk. */
function pack(contents: Record<EntryName, Uint8Array>): Uint8Array {
  // ZIP's earliest date, in local time because fflate writes local time: equal bytes in every zone.
  const mtime = new Date(1980, 0, 1)
  const deflated = zipSync(contents, { level: 6, mtime })
  return readZipDirectory(deflated).ok ? deflated : zipSync(contents, { level: 0, mtime })
}
