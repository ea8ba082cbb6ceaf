import type { Mark, Node } from 'prosemirror-model'
import { AddMarkStep, type Mapping, type RemoveMarkStep, type Transform } from 'prosemirror-transform'
import { schema } from '../schema/schema.ts'
import { suggestionTypes } from '../schema/suggestion.ts'
import type { Edit, Handled, Who } from './edit.ts'
import { blockFormOf, isFormatting, textFormOf } from './form.ts'
import { allowsSuggestions } from './track-text.ts'

const { insertion, modification } = suggestionTypes(schema.marks)

/** Tracks one block's new type or attributes, its content unchanged. */
export function trackForm(tr: Transform, edit: Edit, mapping: Mapping, who: Who): Handled | null {
  const before = edit.before.nodeAt(edit.from)
  const after = edit.after.nodeAt(edit.from)
  if (before === null || after === null || before.isInline) return null
  if (edit.to !== edit.from + before.nodeSize || edit.newTo !== edit.from + after.nodeSize) return null
  if (!before.content.eq(after.content)) return null
  const pos = mapping.map(edit.from, 1)
  const node = tr.doc.nodeAt(pos)
  if (node === null || node.type !== before.type || !allowsSuggestions(tr.doc.resolve(pos).parent))
    return null
  tr.setNodeMarkup(pos, after.type, after.attrs, formMarks(node, after, who))
  // The same size before and after: what was inside is where it was.
  return { inserted: null, edit: { ...edit, to: edit.from, newTo: edit.from } }
}

function formMarks(node: Node, after: Node, who: Who): readonly Mark[] {
  if (
    node.marks.some(
      mark => mark.type === insertion && mark.attrs.of === 'block' && mark.attrs.author === who.author,
    )
  ) {
    return node.marks
  }
  const earlier = node.marks.filter(mark => blockFormOf(mark) !== null)
  const last = earlier[earlier.length - 1]
  if (last !== undefined && last.attrs.author === who.author) {
    const form = blockFormOf(last)
    const undone =
      form !== null && form.type === after.type.name && after.hasMarkup(after.type, form.attrs, after.marks)
    return undone ? node.marks.filter(mark => mark !== last) : node.marks
  }
  const change = { before: { type: node.type.name, attrs: node.attrs } }
  return [
    ...node.marks,
    modification.create({ id: who.sharedId('blocks'), author: who.author, time: who.time, change }),
  ]
}

/** Tracks formatting that is added or removed; comments and suggestion marks pass as they are. */
export function trackMarks(
  tr: Transform,
  step: AddMarkStep | RemoveMarkStep,
  mapping: Mapping,
  who: Who,
): void {
  const from = mapping.map(step.from, 1)
  const to = mapping.map(step.to, -1)
  if (from >= to) return
  const adds = step instanceof AddMarkStep
  if (!isFormatting(step.mark)) {
    if (adds) tr.addMark(from, to, step.mark)
    else tr.removeMark(from, to, step.mark)
    return
  }
  const track = {
    id: who.sharedId(`${adds ? 'add' : 'remove'} ${step.mark.type.name}`),
    author: who.author,
    time: who.time,
  }
  const runs: { from: number; to: number; node: Node }[] = []
  tr.doc.nodesBetween(from, to, (node, pos, parent) => {
    if (!node.isInline) return true
    if (parent?.type.allowsMarkType(step.mark.type)) {
      runs.push({ from: Math.max(pos, from), to: Math.min(pos + node.nodeSize, to), node })
    }
    return false
  })
  for (const run of runs) {
    const after = adds ? step.mark.addToSet(run.node.marks) : step.mark.removeFromSet(run.node.marks)
    formatRun(tr, run, after, track)
  }
}

function formatRun(
  tr: Transform,
  { from, to, node }: { from: number; to: number; node: Node },
  after: readonly Mark[],
  track: { id: string; author: string; time: string },
): void {
  const own = node.marks.some(mark => mark.type === insertion && mark.attrs.author === track.author)
  const names = new Set([...node.marks, ...after].filter(isFormatting).map(mark => mark.type.name))
  for (const name of names) {
    const was = node.marks.find(mark => mark.type.name === name) ?? null
    const is = after.find(mark => mark.type.name === name) ?? null
    if (was === is || (was !== null && is !== null && was.eq(is))) continue
    if (was !== null) tr.removeMark(from, to, was)
    if (is !== null) tr.addMark(from, to, is)
    if (own) continue
    const earlier = node.marks.filter(mark => textFormOf(mark)?.mark === name)
    const last = earlier[earlier.length - 1]
    if (last !== undefined && last.attrs.author === track.author) {
      if (sameForm(textFormOf(last)?.before ?? null, is)) tr.removeMark(from, to, last)
      continue
    }
    tr.addMark(
      from,
      to,
      modification.create({ ...track, change: { mark: name, before: was?.toJSON() ?? null } }),
    )
  }
}

function sameForm(before: Record<string, unknown> | null, is: Mark | null): boolean {
  return JSON.stringify(before) === JSON.stringify(is?.toJSON() ?? null)
}
