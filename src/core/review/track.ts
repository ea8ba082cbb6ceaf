import type { Node } from 'prosemirror-model'
import {
  AddMarkStep,
  AttrStep,
  Mapping,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
  StepMap,
  Transform,
} from 'prosemirror-transform'
import { type Edit, type Handled, type Handler, type Suggesting, sharing, type Who } from './edit.ts'
import { excerpts } from './excerpt.ts'
import { withAll, withoutSuggestions } from './resolve.ts'
import { trackBlocks } from './track-blocks.ts'
import { trackForm, trackMarks } from './track-form.ts'
import { trackText } from './track-text.ts'

/** A direct edit, turned into suggestions. */
export interface Tracked {
  /** From the same document as the edit; holds the suggestions instead of the edit. */
  readonly transform: Transform
  /** From positions after the direct edit to positions after the tracked one, for the selection. */
  readonly mapping: Mapping
  /** What was tracked, and which of the transform's steps puts its new content in, where one does. */
  readonly parts: readonly Handled[]
}

/**
 * Turns an edit (its steps and the documents before each) into suggestions by one author:
 * accepting all of them gives the direct edit, rejecting them gives the document as it was, with other people's
 * suggestions as they were. The author's own suggested text is really deleted when the author deletes it, and
 * own neighbouring edits become one suggestion.
 *
 * Fine tracking (text, breaks between sibling blocks, whole blocks, forms) is tried first and checked
 * against that promise; where it cannot keep it, the smallest run of whole blocks is replaced as a suggestion.
 * An edit over several fields is tracked in each. Returns null for an edit that cannot be a suggestion.
 */
export function trackEdit(
  doc: Node,
  steps: readonly Step[],
  docs: readonly Node[],
  suggesting: Suggesting,
): Tracked | null {
  try {
    return track(doc, steps, docs, suggesting)
  } catch (error) {
    if (isMisfit(error)) return null
    throw error
  }
}

/** Whether ProseMirror refused a replacement that does not fit: then there is no such suggestion. */
function isMisfit(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === 'TransformError')
}

function track(
  doc: Node,
  steps: readonly Step[],
  docs: readonly Node[],
  suggesting: Suggesting,
): Tracked | null {
  const who = sharing(suggesting)
  const transform = new Transform(doc)
  let maps: StepMap[] = []
  let mirrors: [number, number][] = []
  const parts: Handled[] = []
  const note = ({ edit, inserted }: Handled, known: number) => {
    parts.push({ edit, inserted: inserted === null ? null : inserted + known })
  }
  for (const [index, step] of steps.entries()) {
    const before = docs[index]
    if (before === undefined) throw new RangeError('An edit has a document for each of its steps')
    const mapping = compose(maps, mirrors)
    const known = transform.steps.length
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      trackMarks(transform, step, mapping, who)
      maps = [...maps, ...transform.mapping.maps.slice(known)]
      continue
    }
    const edit = editOf(step, before)
    if (edit === null) {
      const mapped = step.map(mapping)
      if (mapped !== null) transform.maybeStep(mapped)
      maps = [...maps, ...transform.mapping.maps.slice(known)]
      continue
    }
    const whole = handle(transform, edit, mapping, who)
    if (whole !== null) {
      note(whole, known)
      ;({ maps, mirrors } = follow(maps, mirrors, whole, transform.mapping.maps.slice(known)))
      continue
    }
    for (const part of byField(edit)) {
      const done = transform.steps.length
      const handled = handle(transform, part, compose(maps, mirrors), who)
      if (handled === null) return null
      note(handled, done)
      ;({ maps, mirrors } = follow(maps, mirrors, handled, transform.mapping.maps.slice(done)))
    }
  }
  return { transform, mapping: compose(maps, mirrors), parts }
}

/** The maps that lead from after a handled edit to the tracked document, the edit's own content found again. */
function follow(
  maps: readonly StepMap[],
  mirrors: readonly [number, number][],
  { edit, inserted }: Handled,
  made: readonly StepMap[],
): { maps: StepMap[]; mirrors: [number, number][] } {
  const undone = new StepMap([edit.from, edit.newTo - edit.from, edit.to - edit.from])
  const shifted = mirrors.map(([a, b]): [number, number] => [a + 1, b + 1])
  if (inserted !== null) shifted.push([0, maps.length + 1 + inserted])
  return { maps: [undone, ...maps, ...made], mirrors: shifted }
}

/**
 * An edit that reaches over fields, as one edit for each field that differs: within a field only from the
 * first to the last difference.
 */
function byField({ before, after }: Edit): Edit[] {
  const edits: Edit[] = []
  let current = before
  before.forEach((_, __, index) => {
    const next = current.copy(current.content.replaceChild(index, after.child(index)))
    let start = 1
    for (let field = 0; field < index; field += 1) start += current.child(field).nodeSize
    const from = current.child(index).content.findDiffStart(after.child(index).content, start)
    if (from !== null) {
      const end = current
        .child(index)
        .content.findDiffEnd(
          after.child(index).content,
          start + current.child(index).content.size,
          start + after.child(index).content.size,
        )
      // Repeated content can make the two ends of the difference overlap.
      const overlap = end === null ? 0 : Math.max(0, from - Math.min(end.a, end.b))
      if (end !== null)
        edits.push({ before: current, after: next, from, to: end.a + overlap, newTo: end.b + overlap })
    }
    current = next
  })
  return edits
}

function compose(maps: readonly StepMap[], mirrors: readonly [number, number][]): Mapping {
  return new Mapping(maps, mirrors.flat())
}

function editOf(step: Step, before: Node): Edit | null {
  const after = step.apply(before).doc
  if (after === null) throw new RangeError('An edit’s step applies to the document before it')
  if (step instanceof ReplaceStep) {
    return { before, after, from: step.from, to: step.to, newTo: step.from + step.slice.size }
  }
  if (step instanceof ReplaceAroundStep) {
    const newTo = step.from + step.slice.size + (step.gapTo - step.gapFrom)
    return { before, after, from: step.from, to: step.to, newTo }
  }
  if (step instanceof AttrStep) {
    const node = before.nodeAt(step.pos)
    if (node === null) return null
    return { before, after, from: step.pos, to: step.pos + node.nodeSize, newTo: step.pos + node.nodeSize }
  }
  return null
}

function handle(transform: Transform, edit: Edit, mapping: Mapping, who: Who): Handled | null {
  if (isInline(edit)) return trackText(transform, edit, mapping, who)
  const fine: Handler[] = [trackText, trackForm, trackBlocks]
  for (const handler of fine) {
    const handled = attempt(handler, transform, edit, mapping, who)
    if (handled !== null) return handled
  }
  for (let wider = widen(edit); wider !== null; wider = widen(wider)) {
    const handled = attempt(trackBlocks, transform, wider, mapping, who)
    if (handled !== null) return handled
  }
  return null
}

/** Runs a handler on a trial of its own; its steps count only where the promise of tracking holds. */
function attempt(
  handler: Handler,
  transform: Transform,
  edit: Edit,
  mapping: Mapping,
  who: Who,
): Handled | null {
  const trial = new Transform(transform.doc)
  let handled: Handled | null
  try {
    handled = handler(trial, edit, mapping, who)
    if (handled === null || !keepsPromise(trial, edit, who.author)) return null
  } catch (error) {
    if (isMisfit(error)) return null
    throw error
  }
  for (const step of trial.steps) transform.step(step)
  return handled
}

/**
 * Whether accepting all gives the direct edit, and rejecting gives the document as it was: rejecting all, and
 * rejecting the author's alone, since a block that somebody else suggests goes with all that was done to it.
 */
function keepsPromise(trial: Transform, edit: Edit, author: string): boolean {
  const [tracked, before, after] = excerpts([trial.doc, trial.before, edit.after])
  if (tracked === undefined || before === undefined || after === undefined) return false
  tracked.check()
  const withoutOwn = (doc: Node) => withoutSuggestions(doc, mark => mark.attrs.author === author)
  return (
    withAll(tracked, 'reject').eq(withAll(before, 'reject')) &&
    withoutOwn(tracked).eq(withoutOwn(before)) &&
    withAll(tracked, 'accept').eq(withAll(after, 'accept'))
  )
}

/** Whether an edit stays within the text of one block. */
function isInline({ before, after, from, to, newTo }: Edit): boolean {
  const $from = before.resolve(from)
  const $newTo = after.resolve(newTo)
  const block = $from.depth
  return (
    $from.parent.isTextblock &&
    $from.sameParent(before.resolve(to)) &&
    $newTo.depth === block &&
    after.resolve(from).sameParent($newTo) &&
    $newTo.parent.hasMarkup($from.parent.type, $from.parent.attrs, $from.parent.marks)
  )
}

/** The edit as one of the whole children it lies in, one level further out; null where fields would go. */
function widen(edit: Edit): Edit | null {
  const $from = edit.before.resolve(edit.from)
  const $to = edit.before.resolve(edit.to)
  const whole = $from.sameParent($to) && !$from.parent.isTextblock
  const depth = whole
    ? $from.depth - 1
    : Math.min($from.sharedDepth(edit.to), $from.parent.isTextblock ? $from.depth - 1 : $from.depth)
  if (depth < 1) return null
  const from = $from.depth > depth ? $from.before(depth + 1) : edit.from
  const to = $to.depth > depth ? $to.after(depth + 1) : edit.to
  return { ...edit, from, to, newTo: edit.newTo + (to - edit.to) }
}
