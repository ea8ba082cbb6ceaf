import { readBody } from './body-roles.ts'
import { readHead } from './head-roles.ts'
import type { ImportLine } from './roles.ts'
import { settledBlocks } from './settled-blocks.ts'

export { documentFromLines } from './lines-to-document.ts'
export type { ImportLine } from './roles.ts'

/**
 * I1: the lines of a plain text, in its order, each with the role it seems to have and the reason. Bullets at
 * the top are key points; paragraphs before the first heading are the lede; a short line without closing
 * punctuation over running text is a heading; a quote in quotation marks with a dash and a name is a pull
 * quote; a first line that looks like a title is the headline, and one that does not is not. Where a line
 * could be several things it stays a paragraph. Every word of the text is in some line's `text` or `marker`.
 * @param text with line feeds as line ends, as `decodeText` gives it
 */
export function inferRoles(text: string): ImportLine[] {
  const blocks = settledBlocks(text)
  const head = readHead(blocks)
  const hasDateline = head.lines.some(line => line.role === 'dateline')
  return [...head.lines, ...readBody(blocks.slice(head.length), hasDateline)]
}
