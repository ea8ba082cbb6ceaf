import type { Mark, Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { schema } from '../../../core/schema/schema.ts'
import { suggestionTypes } from '../../../core/schema/suggestion.ts'

const { insertion } = suggestionTypes(schema.marks)

/**
 * Takes a suggested break off the second half of a block that was split. ProseMirror copies the block's marks to
 * it, but the suggestion is about the break before the first half.
 * @param keeps which marks may stay
 */
export function dropCopiedBreaks(tr: Transaction, keeps: (mark: Mark) => boolean): void {
  const count = tr.steps.length
  for (let index = 0; index < count; index += 1) {
    const step = tr.steps[index]
    if (!(step instanceof ReplaceStep) || step.from !== step.to) continue
    const { openStart, openEnd, size } = step.slice
    if (openStart === 0 || openEnd === 0) continue
    const $end = tr.doc.resolve(tr.mapping.slice(index + 1).map(step.from + size, -1))
    for (let open = 0; open < openEnd && $end.depth - open > 0; open += 1) {
      const depth = $end.depth - open
      for (const mark of $end.node(depth).marks) {
        if (mark.attrs.of === 'break' && !keeps(mark)) tr.removeNodeMark($end.before(depth), mark)
      }
    }
  }
}

/**
 * Where an edit joins text to a block that is suggested as a whole, or out of one, the suggestion goes over to the
 * words it is about: rejecting it takes out these, and not what was joined to them.
 */
export function suggestJoinedWords(tr: Transaction): void {
  const count = tr.steps.length
  for (let index = 0; index < count; index += 1) {
    const [step, doc] = [tr.steps[index], tr.docs[index]]
    if (!(step instanceof ReplaceStep) || doc === undefined || step.slice.size > 0) continue
    const $from = doc.resolve(step.from)
    const $to = doc.resolve(step.to)
    if ($from.sameParent($to) || !$from.parent.isTextblock || !$to.parent.isTextblock) continue
    const level = $from.sharedDepth(step.to) + 1
    const [left, right] = [$from.node(level), $to.node(level)]
    const later = tr.mapping.slice(index + 1)
    const joined = later.map(step.from)
    const end = later.map(step.from + $to.parent.content.size - $to.parentOffset, -1)
    for (const mark of suggestedBlocks(right)) {
      if (!mark.isInSet(left.marks) && joined < end) tr.addMark(joined, end, asText(mark))
    }
    if (!left.isTextblock || joined >= end) continue
    const start = later.map($from.start())
    for (const mark of suggestedBlocks(left)) {
      if (mark.isInSet(right.marks)) continue
      tr.removeNodeMark(start - 1, mark)
      if (start < joined) tr.addMark(start, joined, asText(mark))
    }
  }
}

function suggestedBlocks(node: Node): readonly Mark[] {
  return node.marks.filter(mark => mark.type === insertion && mark.attrs.of === 'block')
}

function asText(mark: Mark): Mark {
  return insertion.create({ ...mark.attrs, of: 'text' })
}
