import { z } from 'zod'
import type { Briefing } from '../briefing/briefing.ts'
import { detailsSchema } from '../briefing/details.ts'
import { hashBytes, isSameJson } from '../canonical.ts'
import { type Change, type Origin, originSchema } from '../history/change.ts'
import { hashSchema } from '../history/hash-schema.ts'
import { replay } from '../history/log.ts'
import { type Failure, fail, ok, type Result } from '../result.ts'
import { schemaEpoch } from '../schema/schema.ts'
import { readJson, readUtf8 } from './json.ts'
import {
  type EntryName,
  entryNames,
  formatVersion,
  invitationOf,
  type Manifest,
  manifestHeadSchema,
  manifestSchemas,
} from './manifest.ts'
import { readChanges } from './read-changes.ts'
import { unpack } from './unpack.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** What a .briefing file holds, checked from end to end. */
export interface BriefingFile {
  readonly manifest: Manifest
  readonly origin: Origin
  readonly changes: readonly Change[]
  /** What the log replays to. */
  readonly briefing: Briefing
}

/** document.json. */
export const documentSchema = z.strictObject({
  id: z.uuid(),
  head: hashSchema,
  document: z.record(z.string(), z.unknown()),
  details: detailsSchema,
})

/**
 * A .briefing file, read whole or refused whole (docs/FILE-FORMAT.md): its ZIP within `limits`, the entries
 * that the manifest lists and no others, each with its size and SHA-256, the log replayed under the schema,
 * and the readable document equal to what the log gives.
 * Fails with `file.empty` or a `briefing.…` or `history.…` code; every failure names the file as `name` and,
 * where it is one's fault, the entry.
 */
export function readBriefingFile(bytes: Uint8Array, name: string): Result<BriefingFile> {
  const read = readWhole(bytes)
  return read.ok ? read : { ok: false, error: { ...read.error, file: name } }
}

function readWhole(bytes: Uint8Array): Result<BriefingFile> {
  if (bytes.length === 0) return fail('file.empty', 'The file is empty')
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return directory
  const entries = new Map(directory.value.map(entry => [entry.name, entry]))

  const manifestText = readText(bytes, entries, 'manifest.json')
  if (!manifestText.ok) return manifestText
  const manifestRead = readManifest(manifestText.value)
  if (!manifestRead.ok) return manifestRead
  const manifest = manifestRead.value
  for (const entry of entries.keys()) {
    if (!(entryNames as readonly string[]).includes(entry)) {
      return fail('briefing.entry-name', 'The file has an entry that does not belong to it', { entry })
    }
  }

  const originRead = readListed(bytes, entries, manifest, 'origin.json')
  if (!originRead.ok) return originRead
  const originText = readUtf8(originRead.value, 'origin.json')
  if (!originText.ok) return originText
  const origin = readJson(originText.value, originSchema, 'origin.json')
  if (!origin.ok) return origin
  if (origin.value.id !== manifest.id || origin.value.epoch !== manifest.epoch) {
    return fail('briefing.invalid', 'It belongs to another briefing', { entry: 'origin.json' })
  }

  const changesRead = readListed(bytes, entries, manifest, 'changes.ndjson')
  if (!changesRead.ok) return changesRead
  const changes = readChanges(changesRead.value)
  if (!changes.ok) return changes

  const briefing = replay(origin.value, changes.value)
  if (!briefing.ok) return { ok: false, error: inEntry(briefing.error) }
  if (briefing.value.head !== manifest.head) {
    return fail('history.broken', 'The history does not end where the manifest says', {
      entry: 'changes.ndjson',
    })
  }

  const stated = 'invitation' in manifest ? manifest.invitation : null
  if (!isSameJson(stated, invitationOf(briefing.value))) {
    return fail('briefing.invalid', 'The invitation is not the one in the history', {
      entry: 'manifest.json',
    })
  }

  const documentRead = readListed(bytes, entries, manifest, 'document.json')
  if (!documentRead.ok) return documentRead
  const documentText = readUtf8(documentRead.value, 'document.json')
  if (!documentText.ok) return documentText
  const document = readJson(documentText.value, documentSchema, 'document.json')
  if (!document.ok) return document
  const { id, head, details, doc } = { ...briefing.value, doc: briefing.value.doc.toJSON() }
  if (!isSameJson(document.value, { id, head, document: doc, details })) {
    return fail('briefing.invalid', 'It is not the document that the history gives', {
      entry: 'document.json',
    })
  }
  return ok({ manifest, origin: origin.value, changes: changes.value, briefing: briefing.value })
}

function readManifest(text: string): Result<Manifest> {
  const head = readJson(text, manifestHeadSchema, 'manifest.json')
  if (!head.ok) return head
  if (head.value.formatVersion > formatVersion || head.value.epoch > schemaEpoch) {
    return fail('briefing.too-new', 'This file was made by a newer Galley; update Galley to open it', {
      entry: 'manifest.json',
    })
  }
  return head.value.formatVersion === 1
    ? readJson(text, manifestSchemas[1], 'manifest.json')
    : readJson(text, manifestSchemas[2], 'manifest.json')
}

function readText(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  name: EntryName,
): Result<string> {
  const entry = entries.get(name)
  if (entry === undefined) return fail('briefing.missing-entry', 'The file lacks this entry', { entry: name })
  const unpacked = unpack(bytes, entry)
  return unpacked.ok ? readUtf8(unpacked.value, name) : unpacked
}

/** An entry that the manifest lists; its size and SHA-256 must be as listed. */
function readListed(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  manifest: Manifest,
  name: keyof Manifest['entries'],
): Result<Uint8Array> {
  const entry = entries.get(name)
  if (entry === undefined) return fail('briefing.missing-entry', 'The file lacks this entry', { entry: name })
  const unpacked = unpack(bytes, entry)
  if (!unpacked.ok) return unpacked
  const listed = manifest.entries[name]
  if (unpacked.value.length !== listed.size || hashBytes(unpacked.value) !== listed.sha256) {
    return fail('briefing.checksum', 'The entry is not the one that the manifest lists', { entry: name })
  }
  return unpacked
}

/** A failure of the log, with the entry of the file in front of the log's own. */
function inEntry(error: Failure): Failure {
  const name = error.entry === 'origin' ? 'origin.json' : 'changes.ndjson'
  return { ...error, entry: error.entry === 'origin' ? name : `${name}, ${error.entry ?? ''}` }
}
