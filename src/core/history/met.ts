import type { Node } from 'prosemirror-model'
import type { ReplaceStep } from 'prosemirror-transform'
import { foreignWords, gapsIn, goneWords, joined } from './clash.ts'
import { type Conflict, wordsAt, wordsBetween, wordsOf } from './conflict.ts'
import type { Image, Range } from './correspondence.ts'
import { formsDiffer } from './forms.ts'
import { isForeign, type Side } from './side.ts'
import { isReplacing, isStruck, struckThere } from './struck.ts'

/** Whether words that a step replaces or deletes were replaced or, where it replaces them, deleted there. */
export function changedByBoth(
  step: ReplaceStep,
  before: Node,
  images: readonly Image[],
  side: Side,
): Conflict | null {
  const { from, to, slice } = step
  if (from < to && slice.size === 0) {
    const split = splitBeside(step, before, images, side)
    if (split !== null) return split
  }
  if (from === to) return null
  const words = wordsOf(slice)
  if (goneWords(before, from, to, images).trim() === '') return struckByOther(words, before, images, side)
  if (words.trim() !== '') return overlap('To replace words that the other copy changed or deleted', words)
  const put = foreignWords(side.doc, side.pair, from, to)
  return put.trim() === '' ? null : overlap('To delete words that the other copy replaced', put)
}

/** Whether words that a step replaces or deletes are suggested to go, or to be replaced, by the base side. */
function struckByOther(
  words: string,
  before: Node,
  images: readonly Image[],
  { doc }: Side,
): Conflict | null {
  const struck = struckThere(before, doc, images)
  if (struck.size === 0) return null
  if (words.trim() !== '') return overlap('To replace words that the other copy suggests deleting', words)
  const last = images.at(-1)
  const isOfBorders = images.every(({ to, length }) => wordsBetween(doc, to, to + length).trim() === '')
  if (isOfBorders && last !== undefined) {
    const block = wordsAt(before, last.from, last.from + last.length)
    return overlap('To join a block that the other copy suggests deleting', block)
  }
  if (!isReplacing(doc, struck)) return null
  const gone = images.map(({ from, length }) => wordsBetween(before, from, from + length)).join('')
  return overlap('To delete words that the other copy suggests replacing', gone)
}

/** Whether blocks are joined where the base side split one: both stands, but not as either meant it. */
function splitBeside(
  { from, to }: ReplaceStep,
  before: Node,
  images: readonly Image[],
  side: Side,
): Conflict | null {
  const place = joined(images)[0]
  if (place === undefined || before.textBetween(from, to) !== '' || before.resolve(to).depth === 0)
    return null
  const isSplit = (pos: number) => isForeign(side, pos) && side.doc.textBetween(pos, pos + 1) === ''
  if (!isSplit(place.from - 1) && !isSplit(place.to)) return null
  return overlap('To join blocks where the other copy split one', before.resolve(to).parent.textContent)
}

/**
 * What goes with words and blocks that are deleted, or with a break between blocks, though the base side made
 * it: another form, a split, a move. To be asked when they are gone.
 * @param isWhole whether what lies between the images goes too
 */
export function takenAlong(
  before: Node,
  images: readonly Image[],
  isWhole: boolean,
  { doc, pair, base }: Side,
): () => Conflict | null {
  if (images.length === 0) return () => null
  const ranges = joined(images)
  const words = ranges.map(({ from, to }) => wordsBetween(doc, from, to)).join(' ')
  const last = images.at(-1)
  const isOfBorders = words.trim() === '' && last !== undefined
  const content = isOfBorders ? wordsAt(before, last.from, last.from + last.length) : words
  const isSplit =
    isWhole && gapsIn(ranges).some(({ from, to }) => doc.textBetween(from, to).length < to - from)
  const differ = formsDiffer(before, doc, images)
  const end = ranges.at(-1)?.to
  const isJoined =
    last !== undefined &&
    end !== undefined &&
    words.trim() !== '' &&
    isStruck(doc.nodeAt(end), before.nodeAt(last.from + last.length), 'break')
  const moves = base.movesOf(ranges.flatMap(({ from, to }) => pair.there.between(from, to)))
  return () => {
    if (differ) return overlap('To delete words whose form the other copy had changed', content)
    if (isSplit) return overlap('To delete a block that the other copy had split', content)
    if (isJoined) return overlap('To delete a block that the other copy suggests joining', content)
    const isMoved = moves.some(pieces => pieces.every(piece => pair.there.present(piece).length === 0))
    return isMoved ? overlap('To delete a passage that the other copy had moved', content) : null
  }
}

/** The words of a range there that the base side put in, without those that the branch would have deleted. */
export function foreignIn({ doc, pair, firstForeign }: Side, { from, to }: Range): string {
  return pair.there
    .between(from, to)
    .filter(piece => piece.id >= firstForeign)
    .map(piece => wordsBetween(doc, piece.from, piece.from + piece.length))
    .join('')
    .replace(/^\n+|\n+$/gu, '')
}

function overlap(wanted: string, content: string): Conflict {
  return { kind: 'overlap', wanted, content }
}
