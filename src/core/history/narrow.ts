import { type Fragment, type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'

/** How many units at the start and the end of a replaced text are the same words before and after. */
export interface SameEnds {
  readonly start: number
  readonly end: number
}

const none: SameEnds = { start: 0, end: 0 }

/**
 * The whole words with which a replaced and a replacing text both begin and both end. A text set anew as a
 * whole is so known for what it was where it did not change. With `marks`, words of another form are others.
 */
export function sameEnds(step: Step, before: Node, marks: 'with marks' | 'without marks'): SameEnds {
  if (!(step instanceof ReplaceStep) || step.from === step.to || step.slice.size === 0) return none
  const { content, openStart, openEnd } = step.slice
  const replaced = before.slice(step.from, step.to)
  const isSameWhole =
    replaced.openStart === openStart && replaced.openEnd === openEnd && replaced.content.eq(content)
  if (isSameWhole) return { start: step.slice.size, end: 0 }
  const $from = before.resolve(step.from)
  if (openStart + openEnd > 0 || !$from.parent.inlineContent || !$from.sameParent(before.resolve(step.to))) {
    return none
  }
  const old = unitsOf(replaced.content)
  const now = unitsOf(content)
  const most = Math.min(old.length, now.length)
  const isSame = (a: Unit | undefined, b: Unit | undefined) =>
    a !== undefined &&
    b !== undefined &&
    a.text === b.text &&
    (marks === 'without marks' || a.node.sameMarkup(b.node))
  let start = 0
  while (start < most && isSame(old[start], now[start])) start += 1
  if (start === old.length && start === now.length) return { start, end: 0 }
  start = wholeWords(old, now, start, 1)
  let end = 0
  while (end < most - start && isSame(old.at(-1 - end), now.at(-1 - end))) end += 1
  return { start, end: wholeWords(old, now, end, -1) }
}

/** A replacement without what it puts back as it was. */
export function narrowed(step: Step, before: Node): Step {
  const { start, end } = sameEnds(step, before, 'with marks')
  if (start + end === 0 || !(step instanceof ReplaceStep)) return step
  const { from, to, slice } = step
  if (start === slice.size) return new ReplaceStep(to, to, Slice.empty)
  const content = slice.content.cut(start, slice.content.size - end)
  return new ReplaceStep(from + start, to - end, new Slice(content, 0, 0))
}

interface Unit {
  readonly text: string
  readonly node: Node
}

function unitsOf(content: Fragment): Unit[] {
  const units: Unit[] = []
  content.forEach(node => {
    if (node.isText) for (const text of (node.text ?? '').split('')) units.push({ text, node })
    else units.push({ text: node.type.name, node })
  })
  return units
}

/** A number of equal units, less those of a word that goes on differently. */
function wholeWords(old: readonly Unit[], now: readonly Unit[], count: number, direction: 1 | -1): number {
  const at = (units: readonly Unit[], index: number) =>
    units[direction === 1 ? index : units.length - 1 - index]?.text
  const isInWord = (text: string | undefined) => text !== undefined && /\S/u.test(text)
  let whole = count
  if (!isInWord(at(old, whole)) && !isInWord(at(now, whole))) return whole
  while (whole > 0 && isInWord(at(old, whole - 1))) whole -= 1
  return whole
}
