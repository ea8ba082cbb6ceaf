import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { schema } from '../schema/schema.ts'
import { type SuggestedPart, suggestionTypes } from '../schema/suggestion.ts'
import { blockFormOf, type Form, restoredMarks, typeOf } from './form.ts'

export type Decision = 'accept' | 'reject'

/** Which suggestions to decide, and how; null leaves one as it is. */
export type Decide = (suggestion: Mark) => Decision | null

const { insertion, deletion, modification } = suggestionTypes(schema.marks)

/** What becomes of one node: it goes, or it keeps these marks (and, for a block, takes this form). */
interface Outcome {
  readonly gone: boolean
  readonly join: boolean
  readonly marks: readonly Mark[]
  readonly form: Form | null
}

/**
 * Carries out decisions about suggestions as plain steps of `tr`: text and blocks that go are deleted, marks of
 * decided suggestions removed, forms restored, breaks closed. What the decisions do not touch stays as it is.
 * A place where a break cannot be closed (nothing before it that could take the text) keeps its blocks apart.
 */
export function resolveSuggestions(tr: Transform, decide: Decide): void {
  const start = tr.steps.length
  const at = (pos: number, assoc = 1) => tr.mapping.slice(start).map(pos, assoc)
  const joins: number[] = []
  const removals: { from: number; to: number; block: boolean }[] = []
  tr.doc.descendants((node, pos) => {
    if (node.marks.length === 0) return true
    const outcome = outcomeOf(node, decide)
    if (outcome === null) return true
    if (outcome.gone) {
      removals.push({ from: pos, to: pos + node.nodeSize, block: !node.isInline })
      return false
    }
    if (outcome.join) joins.push(pos)
    reform(tr, node, at(pos), outcome)
    return true
  })
  // From the end, so that the places of those before stay true.
  for (const { from, to, block } of mergeRuns(removals).reverse()) {
    if (block) removeBlocks(tr, at(from), at(to, -1))
    else tr.delete(at(from), at(to, -1))
  }
  // From the start, so that each text takes on the kind of the block that it ends in, and none between.
  for (const pos of joins) closeBreak(tr, at(pos))
}

/** The document as if every suggestion had been decided this way. */
export function withAll(doc: Node, decision: Decision): Node {
  const tr = new Transform(doc)
  resolveSuggestions(tr, () => decision)
  return tr.doc
}

/** The document as if some suggestions had never been made; the others stay open. */
export function withoutSuggestions(doc: Node, isMeant: (suggestion: Mark) => boolean): Node {
  const tr = new Transform(doc)
  resolveSuggestions(tr, mark => (isMeant(mark) ? 'reject' : null))
  return tr.doc
}

function outcomeOf(node: Node, decide: Decide): Outcome | null {
  let gone = false
  let join = false
  let touched = false
  const decided = new Set<Mark>()
  const rejectedForms: Mark[] = []
  for (const mark of node.marks) {
    const isForm = mark.type === modification
    if (!isForm && mark.type !== insertion && mark.type !== deletion) continue
    const decision = decide(mark)
    if (decision === null) continue
    touched = true
    decided.add(mark)
    if (isForm) {
      if (decision === 'reject') rejectedForms.push(mark)
    } else if ((mark.type === insertion) === (decision === 'reject')) {
      if ((mark.attrs.of as SuggestedPart) === 'break') join = true
      else gone = true
    }
  }
  if (!touched) return null
  const { marks, form } = restoredMarks(node, rejectedForms)
  return { gone, join, form, marks: marks.filter(mark => !decided.has(mark)) }
}

/** Sets a node's marks and form to what was decided, with steps that touch nothing else. */
function reform(tr: Transform, node: Node, pos: number, { marks, form }: Outcome): void {
  if (node.isInline) {
    const to = pos + node.nodeSize
    for (const mark of node.marks) if (!mark.isInSet(marks)) tr.removeMark(pos, to, mark)
    const { parent } = tr.doc.resolve(pos)
    for (const mark of marks) {
      if (mark.isInSet(node.marks)) continue
      const allowed = parent.type.allowsMarkType(mark.type) ? mark : waitingFor(parent, mark)
      if (allowed !== null) tr.addMark(pos, to, allowed)
    }
    return
  }
  if (form !== null) {
    const type = typeOf(form, node)
    const $pos = tr.doc.resolve(pos)
    // Where the block was moved to since, its old form may have no place: then it keeps the new one.
    if (type !== null && $pos.parent.canReplaceWith($pos.index(), $pos.index() + 1, type)) {
      tr.clearIncompatible(pos, type)
      tr.setNodeMarkup(pos, type, form.attrs, marks)
      return
    }
  }
  for (const mark of node.marks) if (!mark.isInSet(marks)) tr.removeNodeMark(pos, mark)
}

/**
 * Formatting that comes back only with the kind of block that it may stand in, as part of the suggestion, still
 * open, that gave the block another one: rejected, that brings both back. Null where no such suggestion is open.
 */
function waitingFor(block: Node, formatting: Mark): Mark | null {
  const open = block.marks.find(mark => {
    const form = blockFormOf(mark)
    return form !== null && typeOf(form, block)?.allowsMarkType(formatting.type) === true
  })
  if (open === undefined) return null
  const { id, author, time } = open.attrs
  const change = { mark: formatting.type.name, before: formatting.toJSON() }
  return modification.create({ id, author, time, change })
}

/** Deletes whole blocks; a parent that would be left without a block it needs goes with them. */
function removeBlocks(tr: Transform, from: number, to: number): void {
  let [start, end] = [from, to]
  let $start = tr.doc.resolve(start)
  while ($start.depth > 0 && start === $start.start() && end === $start.end() && !mayBeEmpty($start.parent)) {
    if ($start.parent.type.name === 'body') {
      tr.replaceWith(start, end, schema.node('paragraph'))
      return
    }
    ;[start, end] = [$start.before(), $start.after()]
    $start = tr.doc.resolve(start)
  }
  const $end = tr.doc.resolve(end)
  const { nodeAfter } = $end
  if (nodeAfter === null || $start.parent.canReplace($start.index(), $end.index())) {
    tr.delete(start, end)
    return
  }
  // A list item starts with a paragraph: an empty one stays for as long as what follows does.
  const marks = nodeAfter.marks.filter(isAboutBlock)
  tr.replaceWith(start, end, schema.node('paragraph', null, [], marks))
}

function mayBeEmpty(node: Node): boolean {
  return node.type.contentMatch.validEnd
}

/**
 * Joins the block at `pos` with the one before it, down to where text meets text. Where a suggestion that is
 * still open says whether one of the two stays at all, the break waits for it: it is closed with that decision,
 * whichever it is, so that no text is joined to a block that goes. What is about both of them need not be waited
 * for: they stay or go together.
 */
function closeBreak(tr: Transform, pos: number): void {
  const $pos = tr.doc.resolve(pos)
  const { nodeBefore, nodeAfter } = $pos
  if (nodeBefore === null || nodeAfter === null) return
  let depth = 0
  let [before, after]: [Node | null, Node | null] = [nodeBefore, nodeAfter]
  while (before !== null && after !== null) {
    const open = openAboutOne(before, after)
    if (open !== undefined) {
      const { id, author, time } = open.attrs
      for (const type of [insertion, deletion]) {
        tr.addNodeMark(pos, type.create({ id, author, time, of: 'break' }))
      }
      return
    }
    depth += 1
    if (before.isTextblock && after.isTextblock) {
      const textStart = pos + depth
      tr.clearIncompatible(textStart - 1, before.type)
      tr.join(pos, depth)
      return
    }
    if (before.isTextblock || after.isTextblock || before.type !== after.type) return
    ;[before, after] = [before.lastChild, after.firstChild]
  }
}

/** An open suggestion that inserts or deletes one of two blocks as a whole, and not the other. */
function openAboutOne(a: Node, b: Node): Mark | undefined {
  const missing = (one: Node, other: Node) =>
    one.marks.find(mark => isAboutBlock(mark) && !mark.isInSet(other.marks))
  return missing(a, b) ?? missing(b, a)
}

function isAboutBlock(mark: Mark): boolean {
  return (mark.type === insertion || mark.type === deletion) && mark.attrs.of === 'block'
}

/** Neighbouring removals of one kind as one. */
function mergeRuns<T extends { from: number; to: number; block: boolean }>(runs: T[]): T[] {
  const merged: T[] = []
  for (const run of runs) {
    const last = merged[merged.length - 1]
    if (last !== undefined && last.to === run.from && last.block === run.block) last.to = run.to
    else merged.push(run)
  }
  return merged
}
