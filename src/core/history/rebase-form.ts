import type { Mark, Node } from 'prosemirror-model'
import {
  AddMarkStep,
  AddNodeMarkStep,
  AttrStep,
  RemoveMarkStep,
  RemoveNodeMarkStep,
  type Step,
} from 'prosemirror-transform'
import { foreignWords, gapsIn, goneWords, joined } from './clash.ts'
import { wordsBetween } from './conflict.ts'
import type { Correspondence, Range } from './correspondence.ts'
import { formsDiffer } from './forms.ts'
import type { OwnForms } from './own-forms.ts'
import type { Rebased } from './rebased.ts'
import { applyStep } from './step.ts'

/** What became of a step that changes marks or attributes, and the document after it. */
type Carried = Rebased & { readonly doc: Node }

/** Carries a step that changes the form of words and blocks: exactly those that the branch saw. */
export function carryForm(doc: Node, step: Step, before: Node, pair: Correspondence, own: OwnForms): Carried {
  if (step instanceof AddMarkStep) return addMark(doc, step, before, pair, own)
  if (step instanceof RemoveMarkStep) return removeMark(doc, step, before, pair, own)
  if (step instanceof AttrStep) return setAttribute(doc, step, before, pair, own)
  if (step instanceof AddNodeMarkStep || step instanceof RemoveNodeMarkStep) {
    return nodeMark(doc, step, before, pair)
  }
  const parts = (step as Step & { readonly steps?: readonly Step[] }).steps
  if (parts !== undefined) return carryParts(doc, parts, before, pair, own)
  const mapped = step.map(pair.asMappable())
  return apply(doc, mapped === null ? [] : [mapped], '')
}

function nodeMark(
  doc: Node,
  step: AddNodeMarkStep | RemoveNodeMarkStep,
  before: Node,
  pair: Correspondence,
): Carried {
  const pos = pair.placeOf(step.pos)
  const [seen, now] = [before.nodeAt(step.pos), pos === null ? null : doc.nodeAt(pos)]
  if (pos === null || seen === null || now === null) return { doc, steps: [], conflict: null }
  const { mark } = step
  if (step instanceof RemoveNodeMarkStep) {
    return apply(doc, [new RemoveNodeMarkStep(pos, mark)], now.textContent)
  }
  const carried = apply(doc, [new AddNodeMarkStep(pos, mark)], now.textContent)
  const isToGo = mark.type.name === 'deletion' && mark.attrs.of === 'block'
  if (carried.conflict !== null || !isToGo) return carried
  const images = pair.imagesOf(step.pos, step.pos + seen.nodeSize)
  if (now.textContent === seen.textContent && !formsDiffer(before, doc, images)) return carried
  const wanted = 'To suggest deleting or replacing a block that was changed meanwhile'
  return { ...carried, conflict: { kind: 'overlap', wanted, content: now.textContent } }
}

/** Several steps on marks in one. */
function carryParts(
  doc: Node,
  parts: readonly Step[],
  before: Node,
  pair: Correspondence,
  own: OwnForms,
): Carried {
  let now = doc
  const steps: Step[] = []
  let conflict: Rebased['conflict'] = null
  for (const part of parts) {
    const carried = carryForm(now, part, before, pair, own)
    now = carried.doc
    steps.push(...carried.steps)
    conflict ??= carried.conflict
  }
  return { doc: now, steps, conflict }
}

/** Takes formatting off, but not what the base side put on. */
function removeMark(
  doc: Node,
  step: RemoveMarkStep,
  before: Node,
  pair: Correspondence,
  own: OwnForms,
): Carried {
  const { from, to, mark } = step
  const ranges = joined(pair.imagesOf(from, to))
  const free = own.freeFor(step, ranges)
  const carried = apply(
    doc,
    free.map(range => new RemoveMarkStep(range.from, range.to, mark)),
    wordsBetween(before, from, to),
  )
  const kept = gapsIn([{ from: 0, to: 0 }, ...free, { from: doc.content.size, to: doc.content.size }])
    .flatMap(gap => within(ranges, gap))
    .filter(range => doc.rangeHasMark(range.from, range.to, mark.type))
  if (carried.conflict !== null) return carried
  const isReview = (mark.type.spec.group ?? '').split(' ').includes('review')
  const isReplaced =
    !isReview &&
    goneWords(before, from, to, pair.imagesOf(from, to)).trim() !== '' &&
    foreignWords(doc, pair, from, to).trim() !== ''
  if (kept.length === 0 && !isReplaced) return carried
  if (isReplaced) {
    const wanted = 'To mark words that the other copy replaced'
    return { ...carried, conflict: { kind: 'overlap', wanted, content: wordsBetween(before, from, to) } }
  }
  const content = kept.map(range => wordsBetween(doc, range.from, range.to)).join(' ')
  return { ...carried, conflict: { kind: 'lost', wanted: `To mark as not ${mark.type.name}`, content } }
}

function addMark(doc: Node, step: AddMarkStep, before: Node, pair: Correspondence, own: OwnForms): Carried {
  const { from, to, mark } = step
  const images = pair.imagesOf(from, to)
  const all = joined(images)
  const words = wordsBetween(before, from, to)
  const free = own.freeFor(step, all)
  const taken = gapsIn([{ from: 0, to: 0 }, ...free, { from: doc.content.size, to: doc.content.size }])
    .flatMap(gap => within(all, gap))
    .some(range => lacks(doc, range, mark))
  if (taken) return failed(doc, `To mark as ${mark.type.name}`, words)
  const ranges = mark.type.name === 'comment' ? spanned(doc, all) : all
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
  const isOfPlace = mark.type.name === 'comment' || mark.type.name === 'insertion'
  if (isOfPlace || goneWords(before, from, to, images).trim() === '') return carried
  const content = foreignWords(doc, pair, from, to)
  if (content.trim() === '') return carried
  const wanted =
    mark.type.name === 'deletion'
      ? 'To suggest deleting words that the other copy replaced'
      : 'To mark words that the other copy replaced'
  return { ...carried, conflict: { kind: 'overlap', wanted, content } }
}

function setAttribute(doc: Node, step: AttrStep, before: Node, pair: Correspondence, own: OwnForms): Carried {
  const pos = pair.placeOf(step.pos)
  const node = pos === null ? null : doc.nodeAt(pos)
  if (pos === null || node === null) return { doc, steps: [], conflict: null }
  const seen: unknown = before.nodeAt(step.pos)?.attrs[step.attr]
  const now: unknown = node.attrs[step.attr]
  if (now === step.value) return { doc, steps: [], conflict: null }
  const isOurs = own.freeFor(step, [{ from: pos, to: pos + 1 }]).length === 0
  if (now !== seen || isOurs)
    return failed(doc, `To set ${step.attr} to ${String(step.value)}`, node.textContent)
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

/** The parts of some ranges that lie in another one. */
function within(ranges: readonly Range[], { from, to }: Range): Range[] {
  return ranges.flatMap(range => {
    const part = { from: Math.max(range.from, from), to: Math.min(range.to, to) }
    return part.from < part.to ? [part] : []
  })
}

/** Whether any words of a range are without a mark. */
function lacks(doc: Node, { from, to }: Range, mark: Mark): boolean {
  let isWithout = false
  doc.nodesBetween(from, to, node => {
    if (node.isText && !mark.isInSet(node.marks)) isWithout = true
  })
  return isWithout
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
