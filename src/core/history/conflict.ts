import type { Node, Slice } from 'prosemirror-model'
import { type Formatting, plainMarks } from '../briefing/formatting.ts'

/**
 * Something of one copy that the other does not hold as it was meant.
 *
 * - `lost`: it is not there; `content` is what was wanted.
 * - `overlap`: it is, but it met work of the other copy; `content` is the words of the other copy that
 *   stayed, or the words that went although the other copy had changed their form.
 */
export interface Conflict {
  readonly kind: 'lost' | 'overlap'
  /** What was wanted, in a sentence. */
  readonly wanted: string
  /** The words concerned, blocks on lines of their own. */
  readonly content: string
  /** What of `content` was formatted, where it was put in and is lost. */
  readonly formatting?: readonly Formatting[]
}

/** The words of a range, blocks on lines of their own; a divider is shown as asterisks. */
export function wordsBetween(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, '\n', leafText)
}

/** The words of a range; of one that holds only breaks, those of the block behind it. */
export function wordsAt(doc: Node, from: number, to: number): string {
  const words = wordsBetween(doc, from, to)
  return words.trim() === '' ? doc.resolve(to).parent.textContent : words
}

/** The words of a slice, blocks on lines of their own. */
export function wordsOf(slice: Slice): string {
  return slice.content.textBetween(0, slice.content.size, '\n', leafText)
}

/** The formatting of the words of a slice, as `wordsOf` gives them. */
export function formattingOf({ content }: Slice): Formatting[] {
  const found: Formatting[] = []
  let [at, isFirst] = [0, true]
  content.nodesBetween(0, content.size, node => {
    const words = node.isText ? (node.text ?? '') : node.isLeaf ? leafText(node) : ''
    // As textBetween does: what is a line of its own is parted from what is before it.
    if (node.isTextblock || (node.isBlock && node.isLeaf)) {
      at += isFirst ? 0 : 1
      isFirst = false
    }
    const range = { from: at, to: at + words.length }
    at = range.to
    if (!node.isText) return
    for (const { type, attrs } of node.marks) {
      const mark = plainMarks.find(name => name === type.name)
      if (mark !== undefined) found.push({ ...range, mark })
      if (type.name === 'link') found.push({ ...range, mark: 'link', href: String(attrs.href) })
    }
  })
  return found
}

function leafText(leaf: Node): string {
  return leaf.type.name === 'divider' ? '* * *' : '\n'
}
