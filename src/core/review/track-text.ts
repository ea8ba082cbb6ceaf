import type { Mark, Node, ResolvedPos } from 'prosemirror-model'
import type { Mapping, Transform } from 'prosemirror-transform'
import { schema } from '../schema/schema.ts'
import { type SuggestedPart, suggestionTypes } from '../schema/suggestion.ts'
import type { Edit, Handled, Who } from './edit.ts'

const { insertion, deletion, modification } = suggestionTypes(schema.marks)
const suggestionMarks = new Set([insertion, deletion, modification])

/**
 * Tracks an edit from text to text: inside one block, or across blocks that are siblings (or the last and
 * first text of sibling list items). Deleted text stays and is marked, deleted blocks between are marked
 * whole, and the break before a block is what a split inserts and a join deletes.
 */
export function trackText(tr: Transform, edit: Edit, mapping: Mapping, who: Who): Handled | null {
  const oldLevel = siblingLevel(edit.before, edit.from, edit.to)
  const newLevel = siblingLevel(edit.after, edit.from, edit.newTo)
  if (oldLevel === null || newLevel === null) return null
  const to = mapping.map(edit.to, edit.from === edit.to ? 1 : -1)
  const from = edit.from === edit.to ? to : Math.min(mapping.map(edit.from, 1), to)
  const begin = tr.steps.length
  const track = neighbouring(tr.doc, from, to, who) ?? { id: who.newId(), author: who.author, time: who.time }

  if (siblingLevel(tr.doc, from, to) === null) return null
  deleteAcross(tr, from, to, track)
  if (edit.newTo === edit.from) return { inserted: null, edit }

  const at = tr.mapping.slice(begin).map(to, 1)
  const around = marksAround(tr.doc, from, at)
  const slice = edit.after.slice(edit.from, edit.newTo)
  const inserted = tr.steps.length - begin
  tr.replace(at, at, slice)
  if (tr.steps.length !== begin + inserted + 1) return null
  markInserted(tr, at, at + slice.size, track, around)
  return { inserted, edit }
}

/**
 * The depth of the node whose children hold both ends, where both ends are in text and what lies between
 * them are the ends of one child, whole children, and the beginning of another. Null where that is not so.
 */
function siblingLevel(doc: Node, from: number, to: number): number | null {
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  if (!$from.parent.isTextblock || !$to.parent.isTextblock) return null
  if ($from.sameParent($to)) return $from.depth - 1
  if ($from.depth !== $to.depth) return null
  const level = $from.sharedDepth(to)
  if (!allowsSuggestions($from.node(level))) return null
  for (let depth = level + 1; depth < $from.depth; depth += 1) {
    if ($from.index(depth) !== $from.node(depth).childCount - 1 || $to.index(depth) !== 0) return null
  }
  return level
}

export function allowsSuggestions(parent: Node): boolean {
  return parent.type.allowsMarkType(insertion)
}

interface Track {
  readonly id: string
  readonly author: string
  readonly time: string
}

/** The own suggestion that the text at either end belongs to: the edit continues it. */
function neighbouring(doc: Node, from: number, to: number, who: Who): Track | null {
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  const own = [$from.nodeBefore, $to.nodeAfter].flatMap(node =>
    node === null ? [] : ownMarks(node, who.author),
  )
  const opening = $from.parentOffset === 0 ? ownOpening($from, who.author) : []
  const mark = own[0] ?? opening[0]
  return mark === undefined
    ? null
    : { id: mark.attrs.id as string, author: who.author, time: mark.attrs.time as string }
}

function ownMarks(node: Node, author: string): Mark[] {
  return node.marks.filter(
    mark =>
      (mark.type === insertion || mark.type === deletion) &&
      mark.attrs.author === author &&
      mark.attrs.of === 'text',
  )
}

/** Own marks on the blocks that begin where the text at `$pos` begins. */
function ownOpening($pos: ResolvedPos, author: string): Mark[] {
  const marks: Mark[] = []
  for (let depth = $pos.depth; depth > 0 && ($pos.depth === depth || $pos.index(depth) === 0); depth -= 1) {
    marks.push(
      ...$pos.node(depth).marks.filter(mark => mark.type === insertion && mark.attrs.author === author),
    )
  }
  return marks
}

/** Whether the author suggested putting this in: itself, or the block that it is in. */
function isOwn(doc: Node, pos: number, part: SuggestedPart, author: string): boolean {
  const $pos = doc.resolve(pos)
  const insertionsOf = (node: Node | null | undefined, of: SuggestedPart) =>
    node?.marks.filter(mark => mark.type === insertion && mark.attrs.of === of) ?? []
  let marks = insertionsOf(doc.nodeAt(pos), part)
  for (let depth = $pos.depth; marks.length === 0 && depth > 0; depth -= 1) {
    marks = insertionsOf($pos.node(depth), 'block')
  }
  return marks.some(mark => mark.attrs.author === author)
}

/** Marks (or, for own insertions, really deletes) everything between two places in text. */
function deleteAcross(tr: Transform, from: number, to: number, track: Track): void {
  const $from = tr.doc.resolve(from)
  const $to = tr.doc.resolve(to)
  if ($from.sameParent($to)) {
    deleteText(tr, from, to, track)
    return
  }
  const level = $from.sharedDepth(to)
  const parent = $from.node(level)
  deleteText(tr, $to.start(), to, track)
  const breakAt = $to.before(level + 1)
  const closed = closeOwnBreak(tr, $from, $to, level, track)
  if (!closed) addBlockMark(tr, breakAt, deletion, 'break', track)
  for (let index = $to.index(level) - 1, at = breakAt; index > $from.index(level); index -= 1) {
    const child = parent.child(index)
    at -= child.nodeSize
    deleteBlock(tr, at, child, track)
  }
  deleteText(tr, from, $from.end(), track)
}

/** Joins for real where the break is the author's own suggestion and nothing that stays lies between. */
function closeOwnBreak(
  tr: Transform,
  $from: ResolvedPos,
  $to: ResolvedPos,
  level: number,
  track: Track,
): boolean {
  const breakAt = $to.before(level + 1)
  if (!isOwn(tr.doc, breakAt, 'break', track.author)) return false
  if ($to.index(level) !== $from.index(level) + 1) return false
  tr.join(breakAt, $to.depth - level)
  return true
}

export function deleteBlock(tr: Transform, pos: number, node: Node, track: Track): void {
  if (isOwn(tr.doc, pos, 'block', track.author)) tr.delete(pos, pos + node.nodeSize)
  else addBlockMark(tr, pos, deletion, 'block', track)
}

export function addBlockMark(
  tr: Transform,
  pos: number,
  type: typeof insertion,
  part: SuggestedPart,
  track: Track,
): void {
  const node = tr.doc.nodeAt(pos)
  const stands = node?.marks.some(
    mark => mark.type === type && mark.attrs.of === part && mark.attrs.author === track.author,
  )
  if (!stands) tr.addNodeMark(pos, type.create({ ...track, of: part }))
}

function deleteText(tr: Transform, from: number, to: number, track: Track): void {
  const runs: { from: number; to: number; own: boolean }[] = []
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline) return true
    const run = { from: Math.max(pos, from), to: Math.min(pos + node.nodeSize, to) }
    if (isOwn(tr.doc, pos, 'text', track.author)) runs.push({ ...run, own: true })
    else if (!node.marks.some(mark => mark.type === deletion && mark.attrs.author === track.author)) {
      runs.push({ ...run, own: false })
    }
    return false
  })
  for (const run of runs.reverse()) {
    if (run.own) tr.delete(run.from, run.to)
    else tr.addMark(run.from, run.to, deletion.create({ ...track, of: 'text' }))
  }
}

/** Marks new content: text as text, blocks between as whole blocks, and the last block's break. */
function markInserted(tr: Transform, from: number, to: number, track: Track, around: readonly Mark[]): void {
  const $from = tr.doc.resolve(from)
  const $to = tr.doc.resolve(to)
  if ($from.sameParent($to)) {
    insertText(tr, from, to, track, around)
    return
  }
  const level = $from.sharedDepth(to)
  const parent = $from.node(level)
  insertText(tr, from, $from.end(), track, around)
  let at = $from.after(level + 1)
  for (let index = $from.index(level) + 1; index < $to.index(level); index += 1) {
    addBlockMark(tr, at, insertion, 'block', track)
    at += parent.child(index).nodeSize
  }
  addBlockMark(tr, at, insertion, 'break', track)
  insertText(tr, $to.start(), to, track, around)
}

/** The marks of the text that touches a range. */
function marksAround(doc: Node, from: number, to: number): Mark[] {
  const marks: Mark[] = []
  doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), node => {
    if (node.isInline) marks.push(...node.marks)
  })
  return marks
}

/**
 * Typed text takes on the marks of the text around it; it is nobody's suggestion but its author's. Text that
 * was moved here with a deletion of its own keeps that: moving struck words does not bring them back.
 */
function insertText(tr: Transform, from: number, to: number, track: Track, around: readonly Mark[]): void {
  if (from === to) return
  const mark = insertion.create({ ...track, of: 'text' })
  const runs: { from: number; to: number; marks: readonly Mark[] }[] = []
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline) return true
    runs.push({ from: Math.max(pos, from), to: Math.min(pos + node.nodeSize, to), marks: node.marks })
    return false
  })
  for (const run of runs) {
    for (const old of run.marks) {
      const isMoved = old.type === deletion && !old.isInSet(around)
      if (suggestionMarks.has(old.type) && !old.eq(mark) && !isMoved) tr.removeMark(run.from, run.to, old)
    }
  }
  tr.addMark(from, to, mark)
}
