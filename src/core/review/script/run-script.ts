import { Transform } from 'prosemirror-transform'
import { z } from 'zod'
import type { Author } from '../../briefing/author.ts'
import type { Briefing } from '../../briefing/briefing.ts'
import { type DetailName, detailNames } from '../../briefing/details.ts'
import { type Change, checkOperations, type Operation } from '../../history/change.ts'
import { applyChange, composeChange, detailOperation } from '../../history/log.ts'
import { type Failure, fail, ok, type Result } from '../../result.ts'
import { trackEdit } from '../track.ts'
import { deleteBlock, moveBlock, moveSection, retypeBlock } from './block-edits.ts'
import { type Entry, entrySchema, whyNoEntry } from './entries.ts'
import { findQuoted } from './quoted.ts'
import {
  addComment,
  approve,
  changeStatus,
  decideSuggestions,
  replyTo,
  settleThread,
} from './record-edits.ts'
import { addKeyPoint, joinAfter, markText, putText, setField, splitBefore } from './text-edits.ts'

/** Who runs a script, when, and how: `suggest` makes its edits of the text suggestions. */
export interface ScriptRun {
  readonly author: Author
  readonly time: string
  readonly suggest: boolean
  readonly newId: () => string
}

/** The entries of a script from parsed JSON. Fails with `input.invalid`, naming the entry by its number. */
export function readScript(json: unknown): Result<Entry[]> {
  const list = z.array(z.unknown()).safeParse(json)
  if (!list.success) return fail('input.invalid', 'A script is a list of entries')
  const entries: Entry[] = []
  for (const [index, value] of list.data.entries()) {
    const entry = entrySchema.safeParse(value)
    if (!entry.success) return fail('input.invalid', whyNoEntry(value), { entry: `entry ${index + 1}` })
    entries.push(entry.data)
  }
  return ok(entries)
}

/**
 * Carries out a script's entries in order, each as one change (X1). Entries that leave everything as it is make
 * none. Fails with `input.invalid` and the entry's number where one cannot be done; then nothing is done.
 */
export function runScript(
  start: Briefing,
  entries: readonly Entry[],
  run: ScriptRun,
): Result<{ changes: readonly Change[]; briefing: Briefing }> {
  let briefing = start
  const changes: Change[] = []
  for (const [index, entry] of entries.entries()) {
    const inEntry = (error: Failure) => ({
      ok: false as const,
      error: { ...error, entry: `entry ${index + 1} (${entry.op})` },
    })
    const done = operationsOf(briefing, entry, run)
    if (!done.ok) return inEntry(done.error)
    if (done.value.length === 0) continue
    const checked = checkOperations(done.value)
    if (!checked.ok) return inEntry(checked.error)
    const { author, time } = run
    const change = composeChange(briefing, { id: run.newId(), author, time, operations: checked.value })
    const next = applyChange(briefing, change)
    if (!next.ok) return inEntry(next.error)
    briefing = next.value
    changes.push(change)
  }
  return ok({ changes, briefing })
}

function operationsOf(briefing: Briefing, entry: Entry, run: ScriptRun): Result<Operation[]> {
  const { newId } = run
  const tr = new Transform(briefing.doc)
  switch (entry.op) {
    case 'detail':
      return detailOf(briefing, entry.name, entry.value)
    case 'reply':
      return replyTo(briefing.records, entry, newId)
    case 'resolve':
    case 'reopen':
      return settleThread(briefing.records, entry)
    case 'status':
      return changeStatus(briefing, entry, newId)
    case 'approve':
    case 'request-changes':
      return ok(approve(briefing, entry, newId))
    case 'comment': {
      const records = addComment(tr, entry, newId)
      return records.ok ? ok([...stepsOf(tr), ...records.value]) : records
    }
    case 'accept':
    case 'reject': {
      const decided = decideSuggestions(tr, entry, briefing)
      return decided.ok ? ok(stepsOf(tr)) : decided
    }
    default: {
      const edited = editText(tr, entry)
      if (!edited.ok) return edited
      return run.suggest ? suggested(tr, run) : ok(stepsOf(tr))
    }
  }
}

type TextEntry = Extract<
  Entry,
  {
    op:
      | 'insert'
      | 'replace'
      | 'delete'
      | 'split'
      | 'join'
      | 'retype'
      | 'mark'
      | 'move'
      | 'move-section'
      | 'delete-block'
      | 'add-key-point'
      | 'set'
  }
>

function editText(tr: Transform, entry: TextEntry): Result<void> {
  switch (entry.op) {
    case 'insert': {
      const isAfter = 'after' in entry
      const found = findQuoted(tr.doc, isAfter ? entry.after : entry.before, entry.nth)
      if (!found.ok) return found
      const at = isAfter ? found.value.to : found.value.from
      putText(tr, { from: at, to: at }, entry.text)
      return ok(undefined)
    }
    case 'replace':
    case 'delete': {
      const found = findQuoted(tr.doc, entry.find, entry.nth)
      if (found.ok) putText(tr, found.value, entry.op === 'delete' ? '' : entry.with)
      return found.ok ? ok(undefined) : found
    }
    case 'split': {
      const found = findQuoted(tr.doc, entry.before, entry.nth)
      return found.ok ? splitBefore(tr, found.value) : found
    }
    case 'join': {
      const found = findQuoted(tr.doc, entry.after, entry.nth)
      return found.ok ? joinAfter(tr, found.value) : found
    }
    case 'retype': {
      const found = findQuoted(tr.doc, entry.at, entry.nth)
      return found.ok ? retypeBlock(tr, found.value, entry.to) : found
    }
    case 'mark': {
      const found = findQuoted(tr.doc, entry.find, entry.nth)
      return found.ok ? markText(tr, found.value, entry.mark) : found
    }
    case 'move':
    case 'move-section': {
      const isHeading = (block: { type: { name: string } }) => block.type.name === 'sectionHeading'
      const isMeant = entry.op === 'move' ? () => true : isHeading
      const words = entry.op === 'move' ? entry.block : entry.section
      const moved = findQuoted(tr.doc, words, entry.nth, isMeant)
      if (!moved.ok) return moved
      const before = findQuoted(tr.doc, entry.before, undefined, isMeant)
      if (!before.ok) return before
      const move = entry.op === 'move' ? moveBlock : moveSection
      return move(tr, moved.value, before.value)
    }
    case 'delete-block': {
      const found = findQuoted(tr.doc, entry.at, entry.nth)
      return found.ok ? deleteBlock(tr, found.value) : found
    }
    case 'add-key-point':
      addKeyPoint(tr, entry.text)
      return ok(undefined)
    case 'set':
      setField(tr, entry.field, entry.text)
      return ok(undefined)
  }
}

function suggested(tr: Transform, { author, time, newId }: ScriptRun): Result<Operation[]> {
  const tracked = trackEdit(tr.before, tr.steps, tr.docs, { author: author.id, time, newId })
  if (tracked === null) return fail('input.invalid', 'This cannot be a suggestion')
  return ok(stepsOf(tracked.transform))
}

function stepsOf(tr: Transform): Operation[] {
  if (tr.steps.length === 0 || tr.doc.eq(tr.before)) return []
  return [{ type: 'steps', steps: tr.steps.map(step => step.toJSON()) }]
}

function detailOf(briefing: Briefing, name: string, value: string | string[]): Result<Operation[]> {
  const known = detailNames.find(each => each === name)
  if (known === undefined)
    return fail('input.invalid', `A detail is ${detailNames.join(', ')}, not “${name}”`)
  const operation = detailOperation(briefing, known, valueFor(known, value) as never)
  return operation.ok ? ok([operation.value]) : operation
}

/** Tags may be given as one line, parted by commas. */
function valueFor(name: DetailName, value: string | string[]): string | string[] {
  if (name !== 'tags' || typeof value !== 'string') return value
  return value
    .split(',')
    .map(tag => tag.trim())
    .filter(tag => tag !== '')
}
