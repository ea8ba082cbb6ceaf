import type { Node, NodeType, ResolvedPos, Schema } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import type { HeldConflict } from '../../../core/briefing/handoff.ts'
import { fieldAt } from '../structure/place.ts'
import { linesIn, plain, type Run, textOf, trimmed } from './formatted-words.ts'

/** Where words go: a place in the text, and whether they are blocks of their own there. */
interface Target {
  readonly pos: number
  readonly between: boolean
}

/** Words that stand nowhere, and what of them was formatted. */
type Words = Pick<HeldConflict, 'content' | 'formatting'>

/**
 * Puts words in at a place, with their formatting as far as it may stand there: among the words there, with a
 * space where they would run into those, or as blocks of their own beside the block there (a key point among key
 * points, an item in a list). Several lines are always blocks where the field has blocks.
 */
export function insertWords(tr: Transaction, { pos, between }: Target, words: Words): Transaction {
  const { schema } = tr.doc.type
  const lines = linesIn(words, schema)
  const $pos = tr.doc.resolve(pos)
  const isLine = ['headline', 'standfirst'].includes(fieldAt($pos) ?? '')
  if (!isLine && (between || lines.length > 1)) {
    const place = besideBlock($pos)
    if (place !== null) {
      return tr.insert(
        place.pos,
        lines.map(line => blockOf(line, place.type, schema)),
      )
    }
  }
  return tr.insert(pos, inline(spaced($pos, inOneLine(lines)), $pos.parent.type))
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
function blockOf(line: readonly Run[], type: BesideType, schema: Schema): Node {
  const runs = trimmed(line)
  if (type === 'paragraph' && textOf(runs) === '* * *') return schema.node('divider')
  const holder = schema.node(type === 'listItem' ? 'paragraph' : type).type
  const block = holder.create(null, inline(runs, holder))
  return type === 'listItem' ? schema.node(type, null, block) : block
}

function inline(runs: readonly Run[], holder: NodeType): Node[] {
  return runs
    .filter(({ text }) => text !== '')
    .map(({ text, marks }) => holder.schema.text(text, holder.allowedMarks(marks)))
}

/** Lines as one, with a space where two meet. */
function inOneLine(lines: readonly (readonly Run[])[]): Run[] {
  const [alone] = lines
  if (alone !== undefined && lines.length === 1) return [...alone]
  return lines.flatMap((line, index) => [...(index === 0 ? [] : [plain(' ')]), ...trimmed(line)])
}

function spaced($pos: ResolvedPos, runs: readonly Run[]): Run[] {
  const words = textOf(runs)
  const { parent, parentOffset } = $pos
  const before = parent.textBetween(Math.max(0, parentOffset - 1), parentOffset, '', ' ')
  const after = parent.textBetween(parentOffset, Math.min(parent.content.size, parentOffset + 1), '', ' ')
  const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter)
  const [first, last] = [words.slice(0, 1), words.slice(-1)]
  const start = isWord(before) && isWord(first) ? ' ' : ''
  const end = isWord(last) && isWord(after) ? ' ' : ''
  const kept = trimmed(runs, before === '' || before === ' ', after === '' || after === ' ')
  // Behind the end of a sentence the next word begins with a space.
  const gap = start === '' && /[\p{P}]/u.test(before) && isWord(first) && after === '' ? ' ' : start
  return [plain(gap), ...kept, plain(end)]
}
