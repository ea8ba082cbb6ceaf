import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'
import type { Author } from '../../core/briefing/author.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import type { Change, Operation } from '../../core/history/change.ts'
import { applyChange, composeChange } from '../../core/history/log.ts'
import { emptyRecording, operationsOf, type Recording, record } from '../../core/history/recorder.ts'
import { ok, type Result } from '../../core/result.ts'

/** What was typed since the last change closed: its steps, and the document they lead to. */
export interface OpenChange {
  readonly recording: Recording
  readonly doc: Node
}

/** The open change after one more transaction. */
export function continueChange(open: OpenChange | null, transaction: Transaction): OpenChange {
  return {
    recording: record(open?.recording ?? emptyRecording, transaction.steps as Step[]),
    doc: transaction.doc,
  }
}

/** What every change says beside its operations. */
export interface Stamp {
  readonly id: string
  readonly author: Author
  readonly time: string
}

/**
 * The change that an open change closes into, and the briefing after it; null where nothing is left of it.
 * `before` are operations that the change begins with. The log must lead to the very document on the screen: where the recorded steps do not, one step that puts
 * that document in takes their place, so that no word depends on them.
 */
export function closeChange(
  briefing: Briefing,
  open: OpenChange,
  stamp: Stamp,
  before: readonly Operation[] = [],
): Result<{ change: Change; briefing: Briefing } | null> {
  if (open.doc.eq(briefing.doc)) return ok(null)
  const recorded = extend(briefing, [...before, ...operationsOf(open.recording)], stamp)
  if (recorded.ok && recorded.value.briefing.doc.eq(open.doc)) {
    // The editor's own document, not its equal: the two then share their memory.
    return ok({ ...recorded.value, briefing: { ...recorded.value.briefing, doc: open.doc } })
  }
  const { content } = briefing.doc
  const whole = new ReplaceStep(0, content.size, open.doc.slice(0, open.doc.content.size))
  return extend(briefing, [...before, ...operationsOf(record(emptyRecording, [whole]))], stamp)
}

/** The next change of a briefing with these operations, and the briefing after it. */
export function extend(
  briefing: Briefing,
  operations: readonly Operation[],
  stamp: Stamp,
): Result<{ change: Change; briefing: Briefing }> {
  const change = composeChange(briefing, { ...stamp, operations })
  const next = applyChange(briefing, change)
  return next.ok ? ok({ change, briefing: next.value }) : next
}
