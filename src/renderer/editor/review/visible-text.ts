import type { Node } from 'prosemirror-model'
import { isStruck } from '../../../core/briefing/standing-text.ts'

/** A text block's text without what is suggested to be deleted. */
export interface VisibleText {
  /** One character for every leaf that is no text. */
  readonly text: string
  /**
   * The offset in the block of a character, or of the end of one.
   * @param side 1: where the character behind that place starts; -1: where the one before it ends
   */
  readonly offsetAt: (index: number, side: 1 | -1) => number
}

/** @param to how far into the block to look, as an offset in it */
export function visibleText(block: Node, to = block.content.size): VisibleText {
  const runs: { index: number; offset: number; length: number }[] = []
  let text = ''
  block.cut(0, to).forEach((child, offset) => {
    if (isStruck(child)) return
    runs.push({ index: text.length, offset, length: child.nodeSize })
    text += child.isText ? (child.text ?? '') : '\n'
  })
  const offsetAt = (index: number, side: 1 | -1) => {
    const run =
      side === 1
        ? (runs.find(each => index < each.index + each.length) ?? runs.at(-1))
        : (runs.findLast(each => index > each.index) ?? runs[0])
    return run === undefined ? 0 : run.offset + (index - run.index)
  }
  return { text, offsetAt }
}
