import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { canJoin, canSplit, findWrapping, type Transform } from 'prosemirror-transform'
import { schema } from '../../src/core/schema/schema.ts'
import { divider, kp, p, pullQuote } from './builders.ts'

/**
 * Random edits that fit every document: an edit says roughly where and what, and takes its bearings from the
 * document it meets. Words are written `[a1]`, one of a kind, and never cut, so that each can be accounted for.
 */
export interface Edit {
  readonly kind: (typeof kinds)[number]
  readonly block: number
  readonly word: number
  readonly span: number
}

const kinds = [
  'type',
  'type',
  'type',
  'delete',
  'replace',
  'deleteAcross',
  'split',
  'join',
  'retype',
  'quote',
  'list',
  'bold',
  'unbold',
  'link',
  'level',
  'deleteBlock',
  'newBlock',
  'newPullQuote',
  'newDivider',
  'moveBlock',
  'addKeyPoint',
  'moveKeyPoint',
  'undo',
] as const

export const edits = (length: number): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      block: fc.nat(40),
      word: fc.nat(12),
      span: fc.nat(8),
    }),
    { minLength: 1, maxLength: length },
  )

/** The words of a document, in order. */
export function wordsIn(text: string): string[] {
  return text.match(/\[\w+\]/g) ?? []
}

interface TextBlock {
  readonly node: Node
  readonly start: number
  /** Where words start and end, without the block's own edges where it is empty. */
  readonly edges: readonly { from: number; to: number }[]
}

function textBlocks(doc: Node): TextBlock[] {
  const found: TextBlock[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, '\n', '\n')
    const edges = [...text.matchAll(/\[\w+\]/g)].map(match => ({
      from: pos + 1 + match.index,
      to: pos + 1 + match.index + match[0].length,
    }))
    found.push({ node, start: pos + 1, edges })
    return false
  })
  return found
}

function topBlocks(doc: Node): { node: Node; from: number; to: number }[] {
  const bodyStart = doc.content.size - doc.child(3).nodeSize + 1
  const found: { node: Node; from: number; to: number }[] = []
  doc.child(3).forEach((node, offset) => {
    found.push({ node, from: bodyStart + offset, to: bodyStart + offset + node.nodeSize })
  })
  return found
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]

/** Does an edit, where it can be done, as one or more steps. `word` is new and one of a kind. */
export function perform(transform: Transform, edit: Edit, word: string): void {
  const { doc } = transform
  const blocks = textBlocks(doc)
  const block = pick(blocks, edit.block)
  const top = pick(topBlocks(doc), edit.block)
  if (block === undefined || top === undefined) return
  const first = pick(block.edges, edit.word)
  const last =
    block.edges[Math.min(block.edges.length - 1, (edit.word % Math.max(1, block.edges.length)) + edit.span)]
  const before = first?.from ?? block.start
  switch (edit.kind) {
    case 'type':
      for (const part of [word.slice(0, 2), word.slice(2)]) {
        const at = part.startsWith('[') ? before : before + 2
        transform.insert(at, schema.text(part))
      }
      return
    case 'delete':
      if (first !== undefined && last !== undefined) transform.delete(first.from, last.to)
      return
    case 'replace':
      if (first !== undefined && last !== undefined)
        transform.replaceWith(first.from, last.to, schema.text(word))
      return
    case 'deleteAcross': {
      const inBody = blocks.filter(other => other.start > doc.content.size - doc.child(3).nodeSize)
      const start = pick(inBody, edit.block)?.edges[0]
      const end = pick(inBody, edit.block + edit.span)?.edges.at(-1)
      if (start !== undefined && end !== undefined && start.from < end.to)
        transform.delete(start.from, end.to)
      return
    }
    case 'split':
      if (canSplit(doc, before)) transform.split(before)
      return
    case 'join':
      // canJoin also allows dividers and pull quotes, which have no end that joins.
      if (top.node.isTextblock && doc.nodeAt(top.to)?.isTextblock && canJoin(doc, top.to))
        transform.join(top.to)
      return
    case 'retype': {
      const other = top.node.type.name === 'paragraph' ? 'sectionHeading' : 'paragraph'
      if (top.node.isTextblock) transform.setBlockType(top.from, top.to, schema.node(other).type)
      return
    }
    case 'quote':
    case 'list': {
      const range = doc.resolve(top.from + 1).blockRange()
      const type = schema.nodes[edit.kind === 'quote' ? 'blockQuotation' : 'bulletList']
      const wrapping = range && type && top.node.isTextblock ? findWrapping(range, type) : null
      if (range && wrapping) transform.wrap(range, wrapping)
      return
    }
    case 'bold':
      if (first !== undefined && last !== undefined)
        transform.addMark(first.from, last.to, schema.mark('bold'))
      return
    case 'unbold':
      if (first !== undefined && last !== undefined)
        transform.removeMark(first.from, last.to, schema.mark('bold'))
      return
    case 'link': {
      const href = `https://example.org/${word.slice(1, -1)}`
      if (first !== undefined && last !== undefined) {
        transform.addMark(first.from, last.to, schema.mark('link', { href }))
      }
      return
    }
    case 'level':
      if (top.node.type.name === 'sectionHeading') {
        transform.setNodeAttribute(top.from, 'level', 3 - Number(top.node.attrs.level))
      }
      return
    case 'deleteBlock':
      if (doc.child(3).childCount > 1) transform.delete(top.from, top.to)
      return
    case 'newBlock':
      transform.insert(top.from, p(word))
      return
    case 'newPullQuote':
      transform.insert(top.to, pullQuote(word, ''))
      return
    case 'newDivider':
      transform.insert(top.to, divider())
      return
    case 'moveBlock': {
      const to = pick(topBlocks(doc), edit.block + edit.span + 1)
      if (to === undefined || to.from <= top.to) return
      transform.insert(to.to, top.node)
      transform.delete(top.from, top.to)
      return
    }
    case 'addKeyPoint':
      transform.insert(doc.content.size - doc.child(3).nodeSize - 1, kp(word))
      return
    case 'moveKeyPoint': {
      const points = doc.child(2)
      if (points.childCount < 2) return
      const start = doc.child(0).nodeSize + doc.child(1).nodeSize + 1
      transform.delete(start, start + points.child(0).nodeSize)
      transform.insert(start + points.content.size - points.child(0).nodeSize, points.child(0))
      return
    }
    case 'undo': {
      const step = transform.steps.at(-1)
      const earlier = transform.docs.at(-1)
      if (step !== undefined && earlier !== undefined) transform.step(step.invert(earlier))
    }
  }
}
