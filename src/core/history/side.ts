import type { Mark, Node } from 'prosemirror-model'
import type { BaseSide } from './base-side.ts'
import type { Correspondence, Range } from './correspondence.ts'
import type { Piece } from './pieces.ts'
import { isInWord, letterAfter, letterBefore } from './word-borders.ts'

/** The side that steps are carried to, as far as it has come. */
export interface Side {
  readonly doc: Node
  readonly pair: Correspondence
  readonly base: BaseSide
  /** The ids of the branch's suggestions that put something in, in place of what they delete or elsewhere. */
  readonly replacing: ReadonlySet<unknown>
  /** From here on identities are of what this side put in. */
  readonly firstForeign: number
}

/** Whether what starts at a place was put in on this side. */
export function isForeign({ pair, firstForeign }: Side, pos: number): boolean {
  return (pair.there.idAt(pos) ?? 0) >= firstForeign
}

/**
 * The ranges that are left of words that are to be deleted, each less a space at its end or its start where words
 * that this side put in would run into others without it.
 * @param words what was to be deleted; spaces alone are to be deleted as they are
 * @param isReplaced whether something is put in where the first of them starts
 */
export function withoutBorders(
  side: Side,
  ranges: readonly Range[],
  words: string,
  isReplaced = false,
): readonly Range[] {
  const { doc } = side
  const isSpace = (from: number, to: number) => doc.textBetween(from, to, '\n', '\n').trim() === ''
  if (words.trim() === '') return ranges
  return ranges.flatMap(({ from, to }, index) => {
    const before = index === 0 && isReplaced ? null : letterBefore(doc, from)
    const after = letterAfter(doc, to)
    const isForeignWord = [before, after].some(pos => pos !== null && isForeign(side, pos))
    if (before === null || after === null || !isForeignWord) return [{ from, to }]
    if (isSpace(to - 1, to)) return from < to - 1 ? [{ from, to: to - 1 }] : []
    return [isSpace(from, from + 1) ? { from: from + 1, to } : { from, to }]
  })
}

/** Places at the ends of what the branch put in, the last one first, where only a space would part two words. */
export function missingSpaces(
  put: Piece,
  branchDoc: Node,
  { doc, pair }: Side,
): { readonly at: number; readonly marks: readonly Mark[] }[] {
  const [here, there] = [pair.here.present(put), pair.there.present(put)]
  const [firstHere, firstThere] = [here[0], there[0]]
  const [lastHere, lastThere] = [here.at(-1), there.at(-1)]
  if (firstHere === undefined || firstThere === undefined) return []
  if (lastHere === undefined || lastThere === undefined) return []
  const ends = [
    { seen: lastHere.from + lastHere.length, at: lastThere.from + lastThere.length, side: 'nodeBefore' },
    { seen: firstHere.from, at: firstThere.from, side: 'nodeAfter' },
  ] as const
  return ends.flatMap(({ seen, at, side }) => {
    if (!isInWord(doc, at) || isInWord(branchDoc, seen)) return []
    const marks = doc.resolve(at)[side]?.marks ?? []
    return [{ at, marks: marks.filter(mark => mark.type.name === 'insertion') }]
  })
}
