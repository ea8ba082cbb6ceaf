import type { Node } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import { gapsIn, joined } from './clash.ts'
import { type Conflict, wordsAt, wordsBetween, wordsOf } from './conflict.ts'
import type { Image, Range } from './correspondence.ts'
import { fitInto } from './fit.ts'
import { changedByBoth, foreignIn, takenAlong } from './met.ts'
import { lost, lostWords, nothing, type Rebased } from './rebased.ts'
import { retargeted } from './retarget.ts'
import { type Side, withoutBorders } from './side.ts'

/** How a replacement is carried. */
export interface ReplaceManner {
  readonly isTracked: boolean
  /** It is part of a suggestion: what its marks would not find on this side is lost. */
  readonly isSuggested: boolean
  /** Applies steps, the one that puts in what was carried among them, and gives what was applied; null if none. */
  readonly land: (steps: readonly Step[], own: ReplaceStep | null) => readonly Step[] | null
}

/** Carries a step that deletes, puts in or replaces: what it takes out is only what the branch saw. */
export function carryReplacement(
  step: ReplaceStep,
  before: Node,
  side: Side,
  manner: ReplaceManner,
): Rebased {
  const { from, to, slice } = step
  if (from === to && slice.size === 0) return nothing
  const images = side.pair.imagesOf(from, to)
  const at = images[0]?.to ?? side.pair.pointOf(from, to)
  const clash = changedByBoth(step, before, images, side)
  if (at === null) return nowhere(step, before, clash)
  const all = joined(images)
  const ranges = withoutBorders(side, all, wordsBetween(before, from, to), slice.size > 0)
  if (ranges.length === 0 && slice.size === 0) return { steps: [], conflict: clash }
  const first = ranges[0]?.from ?? at
  const last = ranges.at(-1)?.to ?? at
  const kept = gapsIn(all).filter(range => wordsBetween(side.doc, range.from, range.to).trim() !== '')
  const isFree = kept.length === 0
  const isWhole = isFree && side.doc.resolve(first).sameParent(side.doc.resolve(last))
  const taken = manner.isTracked ? () => null : takenAlong(before, images, isWhole, side)
  if (isFree && (ranges.length < 2 || isWhole)) {
    const put = retargeted(step, before.resolve(from), side.doc.resolve(at))
    const mapped = new ReplaceStep(first, last, put, isStructure(step))
    const steps = manner.land([mapped], mapped)
    if (steps !== null) return { steps, conflict: clash ?? taken() }
  }
  return fitted(step, before, side, manner, { images, ranges, kept, at, clash, taken })
}

function nowhere({ from, to, slice }: ReplaceStep, before: Node, clash: Conflict | null): Rebased {
  if (wordsOf(slice).trim() !== '') return lostWords('To put in words where the text is gone', slice)
  if (slice.openStart > 0 && slice.openEnd > 0) return lost('To split a block', wordsAt(before, from, to))
  return { steps: [], conflict: clash }
}

/** A replacement that is not possible as it is, range by range and as far as the schema lets it. */
function fitted(
  step: ReplaceStep,
  before: Node,
  side: Side,
  { isSuggested, land }: ReplaceManner,
  found: {
    readonly images: readonly Image[]
    readonly ranges: readonly Range[]
    readonly kept: readonly Range[]
    readonly at: number
    readonly clash: Conflict | null
    readonly taken: () => Conflict | null
  },
): Rebased {
  const { from, to, slice } = step
  const { images, ranges, kept, at, clash } = found
  const among = kept
    .map(run => foreignIn(side, run))
    .filter(words => words.trim() !== '')
    .join('\n')
  const fit = isStructure(step) ? null : fitInto(side.doc, ranges, kept, at, slice)
  const isUsable = fit !== null && !(isSuggested && slice.size > 0 && fit.insertion === null)
  const steps = isUsable ? land(fit.steps, fit.insertion) : null
  if (steps === null) {
    if (wordsOf(slice).trim() !== '') return lostWords('To put in words', slice)
    return lost(slice.size === 0 ? 'To delete or join' : 'To split a block', wordsAt(before, from, to))
  }
  const loss = found.taken()
  if (among !== '') {
    const wanted = 'To delete or replace a passage in which the other copy had put words'
    const content = loss === null ? among : `${among}\n${loss.content}`
    return { steps, conflict: { kind: 'overlap', wanted, content } }
  }
  const gone = before.textBetween(from, to)
  const isJoin = gone === '' && images.reduce((sum, { length }) => sum + length, 0) === to - from
  if (fit?.isPartial === true && loss === null && (isJoin || (clash === null && gone !== ''))) {
    return { ...lost('To delete or join', wordsAt(before, from, to)), steps }
  }
  return { steps, conflict: clash ?? loss }
}

function isStructure(step: ReplaceStep & { readonly structure?: boolean }): boolean {
  return step.structure === true
}
