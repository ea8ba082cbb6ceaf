import { Node } from 'prosemirror-model'
import type { z } from 'zod'
import type { Briefing, BriefingId } from '../briefing/briefing.ts'
import { noRecords } from '../briefing/records.ts'
import { hashBytes } from '../canonical.ts'
import { originHash, originSchema } from '../history/change.ts'
import { replayAsFarAs } from '../history/log.ts'
import type { Failure } from '../result.ts'
import { schema, schemaEpoch } from '../schema/schema.ts'
import { type FoundEntry, findEntries } from './find-entries.ts'
import { readJson, readUtf8 } from './json.ts'
import { type EntryName, formatVersion, manifestHeadSchema, manifestListSchema } from './manifest.ts'
import { documentSchema } from './read.ts'
import { readChangesSoFar } from './read-changes.ts'

/** What can still be read of a damaged `.briefing` file, to become a new briefing; it is never merged. */
export interface Salvaged {
  /** Text, details, people and records. Its id and its head say nothing: they are those of the damaged file. */
  readonly briefing: Briefing
  /**
   * - `all`: the text as it was, with everything beside it;
   * - `text`: the text as it was, with what stood beside it at an earlier time, if anything;
   * - `earlier`: text and all as they were before some of the last changes.
   */
  readonly what: 'all' | 'text' | 'earlier'
}

/** Files that are refused for these reasons are not damaged, and nothing of them is to be taken in. */
const otherReasons: readonly Failure['code'][] = [
  'file.empty',
  'briefing.too-new',
  'briefing.limit',
  'briefing.entry-name',
]

/**
 * What can still be read of a file that `readBriefingFile` refused, and why it did; null where that is nothing.
 * Only what is known to be as it was written counts: entries whose checksum is right, and changes whose hashes are.
 */
export function salvage(bytes: Uint8Array, refused: Failure): Salvaged | null {
  if (otherReasons.includes(refused.code)) return null
  const entries = findEntries(bytes)
  const manifest = entries.get('manifest.json')
  const version = jsonIn(manifest, manifestHeadSchema)
  if (version !== null && (version.formatVersion > formatVersion || version.epoch > schemaEpoch)) return null
  const list = jsonIn(manifest, manifestListSchema)

  const document = documentIn(sound(entries, list, 'document.json'))
  const history = historyIn(entries, list)
  const head = document?.head ?? list?.head
  if (history !== null && history.head === head) return { briefing: history, what: 'all' }
  if (document === null) return history === null ? null : { briefing: history, what: 'earlier' }
  const { counters, records, authors } = {
    counters: history?.detailCounters ?? {},
    records: history?.records ?? noRecords,
    authors: history?.authors ?? new Map(),
  }
  return { briefing: { ...document, detailCounters: counters, records, authors }, what: 'text' }
}

type Entries = ReadonlyMap<EntryName, FoundEntry>
type List = z.output<typeof manifestListSchema> | null

/** An entry that is as it was written: its checksum says so, or, where that is what is damaged, the manifest. */
function sound(
  entries: Entries,
  list: List,
  name: keyof NonNullable<List>['entries'],
): FoundEntry | undefined {
  const found = entries.get(name)
  if (found === undefined || found.isWhole) return found
  return list?.entries[name].sha256 === hashBytes(found.bytes) ? found : undefined
}

/** The briefing at the last change that is known to follow. */
function historyIn(entries: Entries, list: List): Briefing | null {
  const origin = jsonIn(entries.get('origin.json'), originSchema)
  if (origin === null) return null
  const { changes } = readChangesSoFar(entries.get('changes.ndjson')?.bytes ?? new Uint8Array())
  const isKnown =
    changes[0]?.parent === originHash(origin) || sound(entries, list, 'origin.json') !== undefined
  return isKnown ? replayAsFarAs(origin, changes) : null
}

/** The text and the details in document.json. */
function documentIn(found: FoundEntry | undefined): Pick<Briefing, 'id' | 'head' | 'doc' | 'details'> | null {
  const read = jsonIn(found, documentSchema)
  if (read === null) return null
  try {
    const doc = Node.fromJSON(schema, read.document)
    if (doc.type !== schema.topNodeType) return null
    doc.check()
    return { id: read.id as BriefingId, head: read.head, details: read.details, doc }
  } catch {
    return null
  }
}

function jsonIn<T extends z.ZodType>(found: FoundEntry | undefined, shape: T): z.output<T> | null {
  const text = found === undefined ? null : readUtf8(found.bytes, '')
  const read = text?.ok === true ? readJson(text.value, shape, '') : null
  return read?.ok === true ? read.value : null
}
