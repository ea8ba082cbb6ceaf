import type { Node } from 'prosemirror-model'
import { fail, ok, type Result } from '../../result.ts'
import type { Range } from '../threads.ts'
import { eachVisibleBlock, visibleText } from '../visible.ts'

/** Where quoted words stand, and the text block they stand in. */
export interface Quoted extends Range {
  readonly block: Node
  /** Where the block starts, before its opening. */
  readonly blockPos: number
}

/**
 * Where words stand in the visible text of one block (X1): they must stand there exactly once, unless `nth`,
 * from 1, says which is meant. Fails with `input.invalid` and the count.
 */
export function findQuoted(
  doc: Node,
  words: string,
  nth: number | undefined,
  isMeant: (block: Node) => boolean = () => true,
): Result<Quoted> {
  const found: Quoted[] = []
  eachVisibleBlock(doc, (block, start) => {
    if (!isMeant(block)) return
    const { text, posOf } = visibleText(block, start, '\n')
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const to = posOf(at + words.length - 1) + 1
      found.push({ from: posOf(at), to, block, blockPos: start - 1 })
    }
  })
  return choose(found, words, nth)
}

/** The only one of some finds, or the `nth` of them. */
export function choose<T>(found: readonly T[], words: string, nth: number | undefined): Result<T> {
  const chosen = nth === undefined && found.length === 1 ? found[0] : found[(nth ?? 0) - 1]
  if (chosen !== undefined) return ok(chosen)
  const times = found.length === 1 ? 'once' : `${found.length} times`
  const wanted = nth === undefined ? 'must stand there exactly once' : `has no number ${nth}`
  return fail('input.invalid', `“${shortened(words)}” ${wanted}; it stands there ${times}`)
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
