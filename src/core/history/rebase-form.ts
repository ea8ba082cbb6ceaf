import type { Mark, Node } from 'prosemirror-model'
import {
  AddMarkStep,
  AddNodeMarkStep,
  AttrStep,
  RemoveMarkStep,
  RemoveNodeMarkStep,
  type Step,
} from 'prosemirror-transform'
import { foreignWords, goneWords, joined } from './clash.ts'
import { wordsBetween } from './conflict.ts'
import type { Correspondence, Range } from './correspondence.ts'
import type { Rebased } from './rebased.ts'
import { applyStep } from './step.ts'

/** What became of a step that changes marks or attributes, and the document after it. */
type Carried = Rebased & { readonly doc: Node }

/** Carries a step that changes the form of words and blocks: exactly those that the branch saw. */
export function carryForm(doc: Node, step: Step, before: Node, pair: Correspondence): Carried {
  if (step instanceof AddMarkStep) return addMark(doc, step, before, pair)
  if (step instanceof RemoveMarkStep) {
    const ranges = joined(pair.imagesOf(step.from, step.to))
    return apply(
      doc,
      ranges.map(({ from, to }) => new RemoveMarkStep(from, to, step.mark)),
      wordsBetween(before, step.from, step.to),
    )
  }
  if (step instanceof AttrStep) return setAttribute(doc, step, before, pair)
  if (step instanceof AddNodeMarkStep || step instanceof RemoveNodeMarkStep) {
    const pos = pair.placeOf(step.pos)
    if (pos === null) return { doc, steps: [], conflict: null }
    const mapped =
      step instanceof AddNodeMarkStep
        ? new AddNodeMarkStep(pos, step.mark)
        : new RemoveNodeMarkStep(pos, step.mark)
    return apply(doc, [mapped], before.nodeAt(step.pos)?.textContent ?? '')
  }
  const parts = (step as Step & { readonly steps?: readonly Step[] }).steps
  if (parts !== undefined) return carryParts(doc, parts, before, pair)
  const mapped = step.map(pair.asMappable())
  return apply(doc, mapped === null ? [] : [mapped], '')
}

/** Several steps on marks in one. */
function carryParts(doc: Node, parts: readonly Step[], before: Node, pair: Correspondence): Carried {
  let now = doc
  const steps: Step[] = []
  let conflict: Rebased['conflict'] = null
  for (const part of parts) {
    const carried = carryForm(now, part, before, pair)
    now = carried.doc
    steps.push(...carried.steps)
    conflict ??= carried.conflict
  }
  return { doc: now, steps, conflict }
}

function addMark(doc: Node, step: AddMarkStep, before: Node, pair: Correspondence): Carried {
  const { from, to, mark } = step
  const images = pair.imagesOf(from, to)
  const ranges = mark.type.name === 'comment' ? spanned(doc, joined(images)) : joined(images)
  const words = wordsBetween(before, from, to)
  const seen = displaced(before, { from, to }, mark)
  if (ranges.some(range => displaced(doc, range, mark).some(other => !other.isInSet(seen)))) {
    return failed(doc, `To mark as ${mark.type.name}`, words)
  }
  const carried = apply(
    doc,
    ranges.map(range => new AddMarkStep(range.from, range.to, mark)),
    words,
  )
  if (carried.conflict !== null) return carried
  if (ranges.length > 0 && !ranges.some(range => carried.doc.rangeHasMark(range.from, range.to, mark.type))) {
    return failed(doc, `To mark as ${mark.type.name}`, words)
  }
  if (mark.type.name !== 'deletion' || goneWords(before, from, to, images).trim() === '') return carried
  const content = foreignWords(doc, pair, from, to)
  if (content.trim() === '') return carried
  const wanted = 'To suggest deleting words that the other copy replaced'
  return { ...carried, conflict: { kind: 'overlap', wanted, content } }
}

function setAttribute(doc: Node, step: AttrStep, before: Node, pair: Correspondence): Carried {
  const pos = pair.placeOf(step.pos)
  const node = pos === null ? null : doc.nodeAt(pos)
  if (pos === null || node === null) return { doc, steps: [], conflict: null }
  const seen: unknown = before.nodeAt(step.pos)?.attrs[step.attr]
  const now: unknown = node.attrs[step.attr]
  if (now === step.value) return { doc, steps: [], conflict: null }
  if (now !== seen) return failed(doc, `To set ${step.attr} to ${String(step.value)}`, node.textContent)
  return apply(doc, [new AttrStep(pos, step.attr, step.value)], node.textContent)
}

/** The document after some steps, or, where one does not apply, as it was and a conflict. */
function apply(doc: Node, steps: readonly Step[], content: string): Carried {
  let now = doc
  try {
    for (const step of steps) now = applyStep(now, step)
  } catch (error) {
    if (error instanceof Error) return failed(doc, 'To change the form of words', content)
    throw error
  }
  return { doc: now, steps: [...steps], conflict: null }
}

function failed(doc: Node, wanted: string, content: string): Carried {
  return { doc, steps: [], conflict: { kind: 'lost', wanted, content } }
}

/** One range where all lie in one block: a comment is also about the words that were put between its own. */
function spanned(doc: Node, ranges: readonly Range[]): readonly Range[] {
  const first = ranges[0]
  const last = ranges.at(-1)
  if (first === undefined || last === undefined) return ranges
  return doc.resolve(first.from).sameParent(doc.resolve(last.to))
    ? [{ from: first.from, to: last.to }]
    : ranges
}

/** The other marks that adding one would take off a range. */
function displaced(doc: Node, { from, to }: Range, mark: Mark): Mark[] {
  const found: Mark[] = []
  doc.nodesBetween(from, to, node => {
    if (!node.isInline) return
    found.push(...node.marks.filter(other => !other.eq(mark) && mark.type.excludes(other.type)))
  })
  return found
}
