import type { Mark, Node } from 'prosemirror-model'
import {
  AddMarkStep,
  AttrStep,
  Mapping,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
  Transform,
} from 'prosemirror-transform'
import { wordsBetween, wordsOf } from './conflict.ts'
import { Footprint } from './footprint.ts'
import { applyStep } from './step.ts'

/** What became of an incoming step. */
export interface Rebased {
  /** The steps that carry it on the base side; none where nothing of it could be kept. */
  readonly steps: readonly Step[]
  readonly conflict: {
    readonly kind: 'lost' | 'overlap'
    readonly wanted: string
    readonly content: string
  } | null
}

interface Range {
  readonly from: number
  readonly to: number
}

const nothing: Rebased = { steps: [], conflict: null }

/**
 * Carries the steps of a branch over to the base side, one after another: each is mapped back to the common
 * ancestor and forward over everything the base side did since, through the branch's own steps that were
 * carried before (prosemirror-collab's rebase). Beyond that:
 *
 * - an incoming deletion or replacement touches only text of its base: words put in on the base side stay;
 * - where both sides gave one thing another form (a block's kind, an attribute, a link), the base side's stays;
 * - a step that no longer applies as it is keeps its words, where the schema lets them in at their place;
 * - whatever is not in the result is in a conflict, with its words.
 */
export class Rebase {
  /** The base side's document, with what was carried so far. */
  doc: Node
  readonly #branch: readonly { readonly step: Step; readonly before: Node }[]
  readonly #mapping = new Mapping()
  readonly #footprint = new Footprint()

  /**
   * @param ancestor the last document that both sides share
   * @param base the base side's steps since; `twin` is the index of the branch's step that one carries
   * @param branch the branch's steps since, with the document before each
   */
  constructor(
    ancestor: Node,
    base: readonly { readonly step: Step; readonly twin: number | null }[],
    branch: readonly { readonly step: Step; readonly before: Node }[],
  ) {
    this.doc = ancestor
    this.#branch = branch
    for (const { step } of branch.toReversed()) this.#mapping.appendMap(step.getMap().invert())
    for (const { step, twin } of base) {
      this.doc = applyStep(this.doc, step)
      this.#mapping.appendMap(step.getMap(), twin === null ? undefined : this.#inverseOf(twin))
      if (twin === null) this.#footprint.add(step)
      else this.#footprint.follow(step.getMap())
    }
  }

  /** Carries the branch's step with this index. Steps are carried in order; those known already are left out. */
  carry(index: number): Rebased {
    const entry = this.#branch[index]
    if (entry === undefined) throw new RangeError(`The branch has no step ${index}`)
    const { step, before } = entry
    const mapped = step.map(this.#mapping.slice(this.#branch.length - index))
    if (mapped === null) {
      const content =
        step instanceof ReplaceStep || step instanceof ReplaceAroundStep ? wordsOf(step.slice) : ''
      return content.trim() === '' ? nothing : lost('To put in words where the text is gone', content)
    }
    if (mapped instanceof ReplaceStep) return this.#replace(mapped, step as ReplaceStep, before, index)
    if (mapped instanceof ReplaceAroundStep)
      return this.#around(mapped, step as ReplaceAroundStep, before, index)
    return this.#form(mapped, step, before, index)
  }

  #inverseOf(index: number): number {
    return this.#branch.length - 1 - index
  }

  #replace(moved: ReplaceStep, original: ReplaceStep, before: Node, index: number): Rebased {
    // Where its surroundings were replaced, a place can map to two: an insertion stays one.
    const mapped =
      original.from === original.to
        ? new ReplaceStep(moved.from, moved.from, moved.slice, isStructure(moved))
        : moved
    const { from, to, slice } = mapped
    if (from === to && slice.size === 0) return nothing
    const kept = this.#footprint.wordsWithin(this.doc, from, to)
    const ranges = between(from, kept, to)
    const deleted = before.textBetween(original.from, original.to)
    const isOurs = isSubsequence(
      ranges.map(range => this.doc.textBetween(range.from, range.to)).join(''),
      deleted,
    )
    if (kept.length === 0 && isOurs) {
      const overlap = from < to ? this.#footprint.within(from, to) : []
      const gone = wordsBetween(this.doc, from, to)
      if (this.#apply(mapped, index)) {
        if (overlap.length === 0 || gone.trim() === '') return { steps: [mapped], conflict: null }
        const wanted = 'To delete words whose form the other copy had changed'
        return { steps: [mapped], conflict: { kind: 'overlap', wanted, content: gone } }
      }
    }
    const keptWords = kept.map(run => wordsBetween(this.doc, run.from, run.to)).join('\n')
    const steps = isStructure(mapped) || !isOurs ? null : this.#fit(mapped, kept, ranges, index)
    if (steps === null) {
      const wanted = slice.size === 0 ? 'To delete or join' : 'To put in or split'
      const words = wordsOf(slice)
      return lost(wanted, words.trim() === '' ? wordsBetween(before, original.from, original.to) : words)
    }
    if (kept.length === 0) return { steps, conflict: null }
    const wanted = 'To delete or replace a passage in which the other copy had put words'
    return { steps, conflict: { kind: 'overlap', wanted, content: keptWords } }
  }

  /** Wrapping, unwrapping and changing a block's kind: what these replace must be what the branch saw. */
  #around(mapped: ReplaceAroundStep, original: ReplaceAroundStep, before: Node, index: number): Rebased {
    const isWhole =
      mapped.gapFrom - mapped.from === original.gapFrom - original.from &&
      mapped.to - mapped.gapTo === original.to - original.gapTo
    if (mapped.gapFrom === mapped.gapTo && original.gapFrom !== original.gapTo) return nothing
    if (mapped.from === mapped.to && original.from !== original.to) return nothing
    const replaced = [
      ...this.#footprint.within(mapped.from, mapped.gapFrom),
      ...this.#footprint.within(mapped.gapTo, mapped.to),
    ]
    if (isWhole && replaced.length === 0 && this.#apply(mapped, index))
      return { steps: [mapped], conflict: null }
    if (mapped.apply(this.doc).doc?.eq(this.doc)) return nothing
    return lost('To change the kind of a block', wordsBetween(before, original.from, original.to))
  }

  /** Marks and attributes. */
  #form(mapped: Step, original: Step, before: Node, index: number): Rebased {
    if (mapped instanceof AddMarkStep && original instanceof AddMarkStep) {
      const seen = displaced(before, original.from, original.to, mapped.mark)
      const now = displaced(this.doc, mapped.from, mapped.to, mapped.mark)
      if (now.some(mark => !mark.isInSet(seen))) {
        return lost(`To mark as ${mapped.mark.type.name}`, wordsBetween(before, original.from, original.to))
      }
    }
    if (mapped instanceof AttrStep && original instanceof AttrStep) {
      const seen: unknown = before.nodeAt(original.pos)?.attrs[original.attr]
      const node = this.doc.nodeAt(mapped.pos)
      const now: unknown = node?.attrs[mapped.attr]
      if (now === mapped.value) return nothing
      if (now !== seen)
        return lost(`To set ${mapped.attr} to ${String(mapped.value)}`, node?.textContent ?? '')
    }
    return this.#apply(mapped, index)
      ? { steps: [mapped], conflict: null }
      : lost('To change the form of words', passage(original, before))
  }

  /**
   * The deletion of some ranges, then the slice where the first starts, fitted where it does not fit as it is.
   * Null, with nothing done, where that would lose a word of what is kept or put in.
   */
  #fit(mapped: ReplaceStep, kept: readonly Range[], ranges: readonly Range[], index: number): Step[] | null {
    const { from, slice } = mapped
    const transform = new Transform(this.doc)
    let insertion: Step | undefined
    try {
      for (const range of ranges.toReversed()) transform.delete(range.from, range.to)
      const length = transform.doc.textContent.length
      if (slice.size > 0) {
        const at = transform.mapping.map(from, -1)
        transform.replace(at, at, slice)
        insertion = transform.steps.at(-1)
      }
      if (
        transform.doc.textContent.length !==
        length + slice.content.textBetween(0, slice.content.size).length
      )
        return null
      for (const run of kept) {
        const now = transform.doc.textBetween(
          transform.mapping.map(run.from, 1),
          transform.mapping.map(run.to, -1),
        )
        if (now !== this.doc.textBetween(run.from, run.to)) return null
      }
      transform.doc.check()
    } catch (error) {
      // ProseMirror throws where a replacement cannot be made valid.
      if (error instanceof Error) return null
      throw error
    }
    for (const step of transform.steps) {
      const isTwin =
        step === insertion &&
        step instanceof ReplaceStep &&
        step.from === step.to &&
        step.slice.size === slice.size
      this.#commit(step, isTwin ? index : null)
    }
    this.doc = transform.doc
    return transform.steps
  }

  #apply(step: Step, index: number): boolean {
    try {
      this.doc = applyStep(this.doc, step)
    } catch (error) {
      if (error instanceof Error) return false
      throw error
    }
    this.#commit(step, index)
    return true
  }

  #commit(step: Step, twin: number | null): void {
    this.#mapping.appendMap(step.getMap(), twin === null ? undefined : this.#inverseOf(twin))
    this.#footprint.follow(step.getMap())
  }
}

/** The other marks that adding one would take off a range. */
function displaced(doc: Node, from: number, to: number, mark: Mark): Mark[] {
  const found: Mark[] = []
  doc.nodesBetween(from, to, node => {
    if (!node.isInline) return
    found.push(...node.marks.filter(other => !other.eq(mark) && mark.type.excludes(other.type)))
  })
  return found
}

/** The words of the range or the node that a step names. */
function passage(step: Step & { from?: number; to?: number; pos?: number }, doc: Node): string {
  const { from, to, pos } = step
  if (from !== undefined && to !== undefined) return wordsBetween(doc, from, to)
  return pos === undefined ? '' : (doc.nodeAt(pos)?.textContent ?? '')
}

/** What of a range lies between some runs in it. */
function between(from: number, runs: readonly Range[], to: number): Range[] {
  const starts = [from, ...runs.map(run => run.to)]
  const ends = [...runs.map(run => run.from), to]
  return starts
    .map((start, index) => ({ from: start, to: ends[index] ?? to }))
    .filter(range => range.from < range.to)
}

/** Whether a text is another one with nothing but deletions. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const unit of part) {
    at = whole.indexOf(unit, at) + unit.length
    if (at < unit.length) return false
  }
  return true
}

function isStructure(step: ReplaceStep & { readonly structure?: boolean }): boolean {
  return step.structure === true
}

function lost(wanted: string, content: string): Rebased {
  return { steps: [], conflict: { kind: 'lost', wanted, content } }
}
