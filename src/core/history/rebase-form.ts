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
import { type Conflict, wordsBetween } from './conflict.ts'
import type { Image, Range } from './correspondence.ts'
import { formsDiffer } from './forms.ts'
import { foreignIn } from './met.ts'
import { carryNodeMark } from './rebase-node-mark.ts'
import type { Rebased } from './rebased.ts'
import { type Side, withoutBorders } from './side.ts'
import { applyStep } from './step.ts'
import { isReplacing, struckThere } from './struck.ts'

/** What became of a step that changes marks or attributes, and the document after it. */
type Carried = Rebased & { readonly doc: Node }

/** Carries a step that changes the form of words and blocks: exactly those that the branch saw. */
export function carryForm(step: Step, before: Node, side: Side): Carried {
  const { doc, pair } = side
  if (step instanceof AddMarkStep) return carryParts(takenIn(before, step), before, side, addMark)
  if (step instanceof RemoveMarkStep) return removeMark(step, before, side)
  if (step instanceof AttrStep) return setAttribute(step, before, side)
  if (step instanceof AddNodeMarkStep || step instanceof RemoveNodeMarkStep) {
    const { steps, conflict } = carryNodeMark(step, before, side)
    const carried = apply(doc, steps, before.nodeAt(step.pos)?.textContent ?? '')
    return carried.conflict === null ? { ...carried, conflict } : carried
  }
  const parts = (step as Step & { readonly steps?: readonly Step[] }).steps
  if (parts !== undefined) return carryParts(parts, before, side, carryForm)
  const mapped = step.map(pair.asMappable())
  return apply(doc, mapped === null ? [] : [mapped], '')
}

/** A step on marks, as the parts that it comes to. */
function carryParts<Part extends Step>(
  parts: readonly Part[],
  before: Node,
  side: Side,
  carry: (part: Part, before: Node, side: Side) => Carried,
): Carried {
  let now = side.doc
  const steps: Step[] = []
  let conflict: Rebased['conflict'] = null
  for (const part of parts) {
    const carried = carry(part, before, { ...side, doc: now })
    now = carried.doc
    steps.push(...carried.steps)
    conflict ??= carried.conflict
  }
  return { doc: now, steps, conflict }
}

/**
 * The parts of a step in which the branch's words took its mark on. Where another mark shut it out (a lead-in is
 * not bold as well), the branch changed nothing, also where that mark is gone on the base side.
 */
function takenIn(before: Node, { from, to, mark }: AddMarkStep): AddMarkStep[] {
  const shutOut: Range[] = []
  before.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline || mark.isInSet(mark.addToSet(node.marks))) return
    shutOut.push({ from: Math.max(pos, from), to: Math.min(pos + node.nodeSize, to) })
  })
  const taken = gapsIn([{ from, to: from }, ...shutOut, { from: to, to }])
  return taken.map(range => new AddMarkStep(range.from, range.to, mark))
}

/** Takes formatting off, but not what the base side put on. */
function removeMark(step: RemoveMarkStep, before: Node, { doc, pair, base }: Side): Carried {
  const { from, to, mark } = step
  const images = pair.imagesOf(from, to)
  const ranges = joined(images)
  const free = base.forms.freeFor(step, ranges)
  const words = wordsBetween(before, from, to)
  const carried = apply(
    doc,
    free.map(range => new RemoveMarkStep(range.from, range.to, mark)),
    words,
  )
  const kept = without(doc, free)
    .flatMap(gap => within(ranges, gap))
    .filter(range => doc.rangeHasMark(range.from, range.to, mark.type))
  if (carried.conflict !== null) return carried
  const gone = isReview(mark) ? null : changedWords(null, step, before, images, { doc, pair })
  if (gone !== null) return { ...carried, conflict: { ...gone, content: words } }
  if (kept.length === 0) return carried
  const content = kept.map(range => wordsBetween(doc, range.from, range.to)).join(' ')
  return { ...carried, conflict: { kind: 'lost', wanted: `To mark as not ${mark.type.name}`, content } }
}

function addMark(step: AddMarkStep, before: Node, side: Side): Carried {
  const { from, to, mark } = step
  const { doc, pair, base } = side
  const images = pair.imagesOf(from, to)
  const all = joined(images)
  const words = wordsBetween(before, from, to)
  const free = base.forms.freeFor(step, all)
  if (mark.type.name === 'modification') {
    // What the base side gave that form itself, or another one, is no suggestion of the branch's.
    return apply(
      doc,
      free.map(range => new AddMarkStep(range.from, range.to, mark)),
      words,
    )
  }
  const isTaken = without(doc, free)
    .flatMap(gap => within(all, gap))
    .some(range => lacks(doc, range, mark))
  if (isTaken) return failed(doc, wishOf(mark), words)
  const ranges = rangesFor(mark, all, words, side)
  const seen = displaced(before, { from, to }, mark)
  if (ranges.some(range => displaced(doc, range, mark).some(other => !other.isInSet(seen)))) {
    return failed(doc, wishOf(mark), words)
  }
  const carried = apply(
    doc,
    ranges.map(range => new AddMarkStep(range.from, range.to, mark)),
    words,
  )
  if (carried.conflict !== null) return carried
  const lacking = ranges.filter(range => lacks(carried.doc, range, mark))
  if (lacking.length > 0) {
    const content = lacking.map(range => wordsBetween(doc, range.from, range.to)).join('\n')
    const conflict = { kind: 'lost', wanted: wishOf(mark), content } as const
    return { ...carried, conflict }
  }
  if (mark.type.name === 'deletion') {
    return { ...carried, conflict: metByDeletion(step, before, images, side) }
  }
  const link = mark.type.name === 'link' ? String(mark.attrs.href) : null
  const gone = isReview(mark) ? null : changedWords(link, step, before, images, side)
  return gone === null ? carried : { ...carried, conflict: { ...gone, content: words } }
}

/** What setting a mark wants; of a link also where it leads, which is nowhere else. */
function wishOf({ type, attrs }: Mark): string {
  return type.name === 'link' ? `To link to ${String(attrs.href)}` : `To mark as ${type.name}`
}

function rangesFor({ type }: Mark, ranges: readonly Range[], words: string, side: Side): readonly Range[] {
  if (type.name === 'comment') return spanned(side.doc, ranges)
  return type.name === 'deletion' ? withoutBorders(side, ranges, words) : ranges
}

/** That words whose form the branch changed are not there any more; null where all are. */
function changedWords(
  link: string | null,
  { from, to }: Range,
  before: Node,
  images: readonly Image[],
  { doc, pair }: Pick<Side, 'doc' | 'pair'>,
): Pick<Conflict, 'kind' | 'wanted'> | null {
  if (goneWords(before, from, to, images).trim() === '') return null
  if (foreignWords(doc, pair, from, to).trim() !== '') {
    const wanted =
      link === null
        ? 'To mark words that the other copy replaced'
        : `To link to ${link} words that the other copy replaced`
    return { kind: 'overlap', wanted }
  }
  const kind = images.length === 0 ? 'lost' : 'overlap'
  const wanted =
    link === null
      ? 'To mark words that the other copy deleted'
      : `To link to ${link} words that the other copy deleted`
  return { kind, wanted }
}

/** What the base side did to words, or among them, that the branch suggests to delete or replace. */
function metByDeletion(
  { from, to, mark }: AddMarkStep,
  before: Node,
  images: readonly Image[],
  side: Side,
): Conflict | null {
  const { doc, pair, replacing } = side
  const words = wordsBetween(before, from, to)
  const isAnyGone = goneWords(before, from, to, images).trim() !== ''
  const replaced = isAnyGone ? foreignWords(doc, pair, from, to) : ''
  if (replaced.trim() !== '') {
    return overlap('To suggest deleting words that the other copy replaced', replaced)
  }
  const among = gapsIn(joined(images))
    .map(gap => foreignIn(side, gap))
    .join('')
  if (among.trim() !== '') {
    return overlap('To suggest deleting or replacing a passage in which the other copy had put words', among)
  }
  if (isAnyGone && replacing.has(mark.attrs.id)) {
    return overlap('To suggest replacing words that the other copy deleted', words)
  }
  const struck = struckThere(before, doc, images)
  if (struck.size > 0 && (replacing.has(mark.attrs.id) || isReplacing(doc, struck))) {
    return overlap('To suggest deleting or replacing words that the other copy suggests to go', words)
  }
  if (!formsDiffer(before, doc, images)) return null
  return overlap('To suggest deleting words whose form the other copy had changed', words)
}

function setAttribute(step: AttrStep, before: Node, { doc, pair, base }: Side): Carried {
  const pos = pair.placeOf(step.pos)
  const node = pos === null ? null : doc.nodeAt(pos)
  const wanted = `To set ${step.attr} to ${String(step.value)}`
  const block = before.nodeAt(step.pos)
  if (pos === null || node === null) {
    const words = block?.textContent ?? ''
    return words === '' ? apply(doc, [], '') : failed(doc, wanted, words)
  }
  const seen: unknown = block?.attrs[step.attr]
  const now: unknown = node.attrs[step.attr]
  if (now === step.value) return { doc, steps: [], conflict: null }
  const isOurs = base.forms.freeFor(step, [{ from: pos, to: pos + 1 }]).length === 0
  if (now !== seen || isOurs) return failed(doc, wanted, node.textContent)
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

function overlap(wanted: string, content: string): Conflict {
  return { kind: 'overlap', wanted, content }
}

function isReview({ type }: Mark): boolean {
  return (type.spec.group ?? '').split(' ').includes('review')
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

/** Everything but some ranges that are in order. */
function without(doc: Node, ranges: readonly Range[]): Range[] {
  return gapsIn([{ from: 0, to: 0 }, ...ranges, { from: doc.content.size, to: doc.content.size }])
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
