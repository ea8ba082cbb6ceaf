import type { Attrs, Node, NodeType, ResolvedPos } from 'prosemirror-model'
import { findWrapping, liftTarget, type Transform } from 'prosemirror-transform'
import { outline } from '../../briefing/outline.ts'
import { fail, ok, type Result } from '../../result.ts'
import { schema } from '../../schema/schema.ts'
import type { Quoted } from './quoted.ts'

/** What a block can be made. */
export type BlockKind = 'paragraph' | 'section' | 'subsection' | 'quote' | 'bullets' | 'numbers'

/** Makes the block that holds the quoted words another kind of block; of a list, the whole list. */
export function retypeBlock(tr: Transform, { block, blockPos }: Quoted, to: BlockKind): Result<void> {
  const $block = tr.doc.resolve(blockPos)
  if ($block.node(1)?.type.name !== 'body' || $block.parent.type.name === 'pullQuote') {
    return fail(
      'input.invalid',
      'Only paragraphs, headings, lists and quotations of the body change their kind',
    )
  }
  const list =
    to === 'bullets' || to === 'numbers' ? nodeType(to === 'bullets' ? 'bulletList' : 'orderedList') : null
  const $list = list === null ? null : listAround($block)
  if (list !== null && $list !== null) {
    if ($list.node.type !== list) tr.setNodeMarkup($list.pos, list)
    return ok(undefined)
  }
  if (to === 'quote' && $block.parent.type.name === 'blockQuotation') return ok(undefined)
  if (!liftOut(tr, blockPos)) {
    return fail('input.invalid', 'This item holds others, which would lose their place')
  }
  const pos = tr.mapping.map(blockPos)
  const level = to === 'section' ? 1 : to === 'subsection' ? 2 : null
  const [type, attrs]: [NodeType, Attrs | null] =
    level === null ? [nodeType('paragraph'), null] : [nodeType('sectionHeading'), { level }]
  if (!block.hasMarkup(type, attrs, block.marks)) tr.setBlockType(pos, pos + 1, type, attrs)
  if (to === 'quote') return wrap(tr, pos, nodeType('blockQuotation'))
  return list === null ? ok(undefined) : wrap(tr, pos, list)
}

function nodeType(name: string): NodeType {
  const type = schema.nodes[name]
  if (type === undefined) throw new RangeError(`The schema has no ${name}`)
  return type
}

function listAround($pos: ResolvedPos): { node: Node; pos: number } | null {
  for (let depth = $pos.depth; depth > 1; depth -= 1) {
    const node = $pos.node(depth)
    if (node.type.name === 'bulletList' || node.type.name === 'orderedList') {
      return { node, pos: $pos.before(depth) }
    }
  }
  return null
}

/** Takes a block out of the lists and quotations around it, up to the body. */
function liftOut(tr: Transform, blockPos: number): boolean {
  for (;;) {
    const $inside = tr.doc.resolve(tr.mapping.map(blockPos) + 1)
    if ($inside.depth <= 2) return true
    const range = $inside.blockRange()
    const target = range === null ? null : liftTarget(range)
    if (range === null || target === null) return false
    tr.lift(range, target)
  }
}

function wrap(tr: Transform, pos: number, type: NodeType): Result<void> {
  const range = tr.doc.resolve(pos + 1).blockRange()
  const wrapping = range === null ? null : findWrapping(range, type)
  if (range === null || wrapping === null) return fail('input.invalid', 'The block cannot be put into one')
  tr.wrap(range, wrapping)
  return ok(undefined)
}

const movable = new Set(['body', 'keyPoints', 'bulletList', 'orderedList', 'blockQuotation'])

/** Moves the block that holds some words before the one that holds others: two blocks, items or key points. */
export function moveBlock(tr: Transform, moved: Quoted, before: Quoted): Result<void> {
  const $moved = tr.doc.resolve(moved.blockPos + 1)
  const depth = $moved.sharedDepth(before.blockPos + 1)
  const parent = $moved.node(depth)
  const isOne =
    depth >= $moved.depth || $moved.index(depth) === tr.doc.resolve(before.blockPos + 1).index(depth)
  if (isOne) return fail('input.invalid', 'Both stand in one block')
  if (!movable.has(parent.type.name)) return fail('input.invalid', 'These two cannot change places')
  moveRange(
    tr,
    $moved.before(depth + 1),
    $moved.after(depth + 1),
    tr.doc.resolve(before.blockPos + 1).before(depth + 1),
  )
  return ok(undefined)
}

/** Moves a section, its heading and all up to the next one, before another heading. */
export function moveSection(tr: Transform, section: Quoted, before: Quoted): Result<void> {
  const entry = outline(tr.doc).find(({ from }) => from === section.blockPos)
  if (entry === undefined) return fail('input.invalid', 'This section has no place in the outline')
  if (before.blockPos >= entry.from && before.blockPos < entry.to) {
    return fail('input.invalid', 'A section cannot be moved into itself')
  }
  moveRange(tr, entry.from, entry.to, before.blockPos)
  return ok(undefined)
}

function moveRange(tr: Transform, from: number, to: number, target: number): void {
  if (target === to) return
  const { content } = tr.doc.slice(from, to)
  tr.delete(from, to)
  tr.insert(target > from ? target - (to - from) : target, content)
}

/** Deletes the block that holds the quoted words: a key point, an item of a list, a whole pull quote. */
export function deleteBlock(tr: Transform, { blockPos }: Quoted): Result<void> {
  const $inside = tr.doc.resolve(blockPos + 1)
  let depth = $inside.depth
  if (depth < 2) return fail('input.invalid', 'Headline and standfirst can be emptied, not deleted')
  while (depth > 2 && mustGo($inside.node(depth - 1), $inside.index(depth - 1))) depth -= 1
  const [from, to] = [$inside.before(depth), $inside.after(depth)]
  const parent = $inside.node(depth - 1)
  if (parent.type.name === 'body' && parent.childCount === 1)
    tr.replaceWith(from, to, schema.node('paragraph'))
  else tr.delete(from, to)
  return ok(undefined)
}

/** Whether a parent cannot do without its child. */
function mustGo(parent: Node, index: number): boolean {
  return !parent.canReplace(index, index + 1)
}
