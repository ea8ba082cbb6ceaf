import { Fragment, type Node } from 'prosemirror-model'
import type { Rights } from '../briefing/handoff.ts'
import { withoutComments } from '../history/restore.ts'
import { readingOf } from './publication.ts'
import { suggestionsOf } from './suggestions.ts'

/**
 * Whether a change of the text did more than a copy's rights allow (H2): with `comment` anything but putting
 * comments on words, with `suggest` more than suggesting.
 */
export function exceedsRights(before: Node, after: Node, rights: Rights, author: string): boolean {
  switch (rights) {
    case 'edit':
      return false
    case 'suggest':
      return isMoreThanSuggesting(before, after, author)
    case 'comment':
      return !withoutComments(before).eq(withoutComments(after))
  }
}

/**
 * Whether a change of the text did more than suggest: the text with all suggestions rejected is another one, or
 * suggestions of other people were decided or changed. Looks only at the blocks that differ, which costs what
 * they cost: blocks that the change did not touch are the same objects.
 */
export function isMoreThanSuggesting(before: Node, after: Node, author: string): boolean {
  if (before === after) return false
  const [old, now] = differing(before, after)
  if (!readingOf(old, 'reject').eq(readingOf(now, 'reject'))) return true
  const kept = othersIn(now, author)
  for (const [id, words] of othersIn(old, author)) if (kept.get(id) !== words) return true
  return false
}

/** Other people's suggestions with the words that they are about, by id and kind. */
function othersIn(doc: Node, author: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const suggestion of suggestionsOf(doc)) {
    if (suggestion.author === author) continue
    for (const { kind, of, text, from } of suggestion.pieces) {
      const key = `${suggestion.id} ${kind} ${of}`
      // Rejected, a new block goes with all in it: what was written there must be looked for.
      const isNewBlock = kind === 'insertion' && of === 'block'
      const words = isNewBlock ? settledText(doc.nodeAt(from)) : of === 'text' ? text : '¶'
      found.set(key, (found.get(key) ?? '') + words)
    }
  }
  return found
}

/** The words in a block that nobody suggests putting in. */
function settledText(block: Node | null): string {
  const words: string[] = []
  block?.descendants(node => {
    if (node.isText && node.marks.every(mark => mark.type.name !== 'insertion')) words.push(node.text ?? '')
  })
  return words.join('')
}

/** Two documents cut down to the blocks that differ and those beside them. */
function differing(before: Node, after: Node): [Node, Node] {
  const olds: Node[] = []
  const news: Node[] = []
  before.forEach((field, _offset, index) => {
    const other = after.child(index)
    if (field.inlineContent || field === other) {
      olds.push(field === other ? field.copy() : field)
      news.push(field === other ? other.copy() : other)
      return
    }
    const most = Math.min(field.childCount, other.childCount)
    let start = 0
    while (start < most && field.child(start) === other.child(start)) start += 1
    let end = 0
    while (
      end < most - start &&
      field.child(field.childCount - 1 - end) === other.child(other.childCount - 1 - end)
    ) {
      end += 1
    }
    // A block beside the change counts too: rejecting a break joins it; and so on while breaks follow.
    start = Math.max(0, start - 1)
    while (start > 0 && isJoining(field.child(start))) start -= 1
    end = Math.max(0, end - 1)
    while (end > 0 && isJoining(field.child(field.childCount - end))) end -= 1
    olds.push(part(field, start, end))
    news.push(part(other, start, end))
  })
  return [before.copy(Fragment.from(olds)), after.copy(Fragment.from(news))]
}

function part(field: Node, start: number, end: number): Node {
  const children: Node[] = []
  for (let index = start; index < field.childCount - end; index += 1) children.push(field.child(index))
  return field.copy(Fragment.from(children))
}

function isJoining(block: Node): boolean {
  return block.marks.some(mark => mark.attrs.of === 'break')
}
