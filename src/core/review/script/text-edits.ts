import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { canSplit, type Transform } from 'prosemirror-transform'
import { fields } from '../../briefing/briefing.ts'
import { fail, ok, type Result } from '../../result.ts'
import { schema } from '../../schema/schema.ts'
import { suggestionTypes } from '../../schema/suggestion.ts'
import type { Range } from '../threads.ts'
import type { Quoted } from './quoted.ts'

const suggestions = new Set(Object.values(suggestionTypes(schema.marks)))

/** Puts words in place of a range (or at a place), formatted as the words they join. */
export function putText(tr: Transform, { from, to }: Range, words: string): void {
  if (words === '') {
    tr.delete(from, to)
    return
  }
  const $from = tr.doc.resolve(from)
  const around = from === to ? $from.marks() : ($from.nodeAfter?.marks ?? [])
  const marks = around.filter(mark => !suggestions.has(mark.type))
  tr.replaceWith(from, to, linesOf(words, $from.parent, marks))
}

/** Words as inline content; a line feed is a line break, where the block can hold one. */
function linesOf(words: string, block: Node, marks: readonly Mark[]): Fragment {
  const { hardBreak } = schema.nodes
  const canBreak = hardBreak !== undefined && block.type.contentMatch.matchType(hardBreak) !== null
  if (!canBreak) return Fragment.from(schema.text(words.replace(/\n/g, ' '), marks))
  const lines = words.split('\n')
  return Fragment.from(
    lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [hardBreak.create(null, null, marks)]),
      ...(line === '' ? [] : [schema.text(line, marks)]),
    ]),
  )
}

/** Splits a block before the quoted words; in a list the item with it. */
export function splitBefore(tr: Transform, { from, block, blockPos }: Quoted): Result<void> {
  const $block = tr.doc.resolve(blockPos)
  const isItem = $block.parent.type.name === 'listItem' && $block.index() === 0
  const depth = isItem ? 2 : 1
  if (from === blockPos + 1) return fail('input.invalid', 'There is nothing before these words to split off')
  if (isInPullQuote($block.parent) || !canSplit(tr.doc, from, depth)) {
    return fail('input.invalid', `A ${nameOf(block)} cannot be split`)
  }
  tr.split(from, depth)
  return ok(undefined)
}

/** Joins the block that holds the quoted words with the one behind it. */
export function joinAfter(tr: Transform, { block, blockPos }: Quoted): Result<void> {
  const end = blockPos + 1 + block.content.size
  const $end = tr.doc.resolve(end)
  let next: { start: number; block: Node } | null = null
  let isBetween = false
  tr.doc.nodesBetween(end, $end.end(1), (node, pos) => {
    if (next !== null || pos < end) return next === null
    if (node.isTextblock) next = { start: pos + 1, block: node }
    else if (node.isLeaf) isBetween = true
    return next === null
  })
  if (next === null || isBetween) return fail('input.invalid', 'No text follows in this field to join with')
  const { start } = next as { start: number }
  const inQuote = [blockPos, start - 1].some(pos => isInPullQuote(tr.doc.resolve(pos).parent))
  if (inQuote) return fail('input.invalid', 'A pull quote’s words and its attribution stay apart')
  tr.delete(end, start)
  return ok(undefined)
}

function isInPullQuote(parent: Node): boolean {
  return parent.type.name === 'pullQuote'
}

export function markText(tr: Transform, { from, to, block }: Quoted, mark: 'bold' | 'italic'): Result<void> {
  const { type } = schema.mark(mark)
  if (!block.type.allowsMarkType(type)) {
    return fail('input.invalid', `A ${nameOf(block)} has no ${mark} words`)
  }
  tr.addMark(from, to, type.create())
  return ok(undefined)
}

/** Sets the whole text of the headline or the standfirst. */
export function setField(tr: Transform, field: 'headline' | 'standfirst', words: string): void {
  const node = fields(tr.doc)[field]
  const start = field === 'headline' ? 1 : tr.doc.child(0).nodeSize + 1
  const range = { from: start, to: start + node.content.size }
  if (words !== '') tr.replaceWith(range.from, range.to, linesOf(words, node, []))
  else if (range.from < range.to) tr.delete(range.from, range.to)
}

export function addKeyPoint(tr: Transform, words: string): void {
  const end = tr.doc.content.size - fields(tr.doc).body.nodeSize - 1
  const keyPoint = schema.node('keyPoint')
  tr.insert(end, keyPoint.copy(linesOf(words, keyPoint, [])))
}

const names: Readonly<Record<string, string>> = {
  sectionHeading: 'heading',
  keyPoint: 'key point',
  quoteText: 'pull quote',
  quoteAttribution: 'quote’s attribution',
}

function nameOf({ type }: Node): string {
  return names[type.name] ?? type.name
}
