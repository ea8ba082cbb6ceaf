import type { Node } from 'prosemirror-model'
import { isStruck } from '../briefing/standing-text.ts'

/** The words of a text block that nobody suggests to delete, and where each of them is. */
export interface VisibleText {
  readonly text: string
  /** The document position before the letter (UTF-16 unit) with this index. */
  readonly posOf: (index: number) => number
}

/** @param start the document position where the block's content starts */
export function visibleText(block: Node, start: number, leaf: string): VisibleText {
  let text = ''
  const runs: { index: number; pos: number }[] = []
  block.forEach((node, offset) => {
    if (isStruck(node)) return
    runs.push({ index: text.length, pos: start + offset })
    text += node.text ?? leaf
  })
  return {
    text,
    posOf: index => {
      const run = runs.findLast(each => each.index <= index)
      return run === undefined ? start : run.pos + index - run.index
    },
  }
}

/** Calls `visit` with each text block that nobody suggests to delete, and where its content starts. */
export function eachVisibleBlock(doc: Node, visit: (block: Node, start: number) => void): void {
  doc.descendants((node, pos) => {
    if (isStruck(node)) return false
    if (node.isTextblock) visit(node, pos + 1)
    return !node.isTextblock
  })
}
