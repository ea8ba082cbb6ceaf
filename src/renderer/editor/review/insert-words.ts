import type { Node, ResolvedPos, Schema } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { linesOf } from '../paste/plain-text.ts'
import { fieldAt } from '../structure/place.ts'

/** Where words go: a place in the text, and whether they are blocks of their own there. */
interface Target {
  readonly pos: number
  readonly between: boolean
}

/**
 * Puts plain words in at a place: among the words there, with a space where they would run into those, or as
 * blocks of their own beside the block there (a key point among key points, an item in a list). Several lines
 * are always blocks where the field has blocks.
 */
export function insertWords(tr: Transaction, { pos, between }: Target, content: string): Transaction {
  const lines = linesOf(content)
  const $pos = tr.doc.resolve(pos)
  const isLine = ['headline', 'standfirst'].includes(fieldAt($pos) ?? '')
  if (!isLine && (between || lines.length > 1)) {
    const place = besideBlock($pos)
    if (place !== null)
      return tr.insert(
        place.pos,
        lines.map(line => blockOf(line, place.type, tr.doc.type.schema)),
      )
  }
  const words = lines.length > 1 ? lines.map(line => line.trim()).join(' ') : content.replace(/\s+/gu, ' ')
  return tr.insert(pos, tr.doc.type.schema.text(spaced($pos, words)))
}

type BesideType = 'paragraph' | 'keyPoint' | 'listItem'

const held: Readonly<Record<string, BesideType>> = {
  body: 'paragraph',
  blockQuotation: 'paragraph',
  keyPoints: 'keyPoint',
  bulletList: 'listItem',
  orderedList: 'listItem',
}

/** The nearest place beside a block where another may stand: before it where the place is its start. */
function besideBlock($pos: ResolvedPos): { readonly pos: number; readonly type: BesideType } | null {
  const isStart = $pos.parentOffset === 0 && $pos.parent.content.size > 0
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const type = held[$pos.node(depth - 1).type.name]
    if (type !== undefined) return { pos: isStart ? $pos.before(depth) : $pos.after(depth), type }
  }
  return null
}

/** A line as a block; a divider is said by asterisks (core/history/conflict.ts). */
function blockOf(line: string, type: BesideType, schema: Schema): Node {
  if (type === 'paragraph' && line.trim() === '* * *') return schema.node('divider')
  const words = schema.text(line.trim())
  return type === 'listItem'
    ? schema.node(type, null, schema.node('paragraph', null, words))
    : schema.node(type, null, words)
}

function spaced($pos: ResolvedPos, words: string): string {
  const { parent, parentOffset } = $pos
  const before = parent.textBetween(Math.max(0, parentOffset - 1), parentOffset, '', ' ')
  const after = parent.textBetween(parentOffset, Math.min(parent.content.size, parentOffset + 1), '', ' ')
  const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter)
  const first = words.slice(0, 1)
  const last = words.slice(-1)
  const start = isWord(before) && isWord(first) ? ' ' : ''
  const end = isWord(last) && isWord(after) ? ' ' : ''
  const trimmed = (before === '' || before === ' ') && first === ' ' ? words.trimStart() : words
  const kept = (after === '' || after === ' ') && last === ' ' ? trimmed.trimEnd() : trimmed
  // Behind the end of a sentence the next word begins with a space.
  const gap = start === '' && /[\p{P}]/u.test(before) && isWord(first) && after === '' ? ' ' : start
  return `${gap}${kept}${end}`
}
