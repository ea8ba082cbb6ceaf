import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { Anchors } from '../history/anchors.ts'
import { stepsIn } from '../history/branch.ts'
import { wordsOf } from '../history/conflict.ts'
import { applyKnownStep } from '../history/step.ts'
import { wordsAround } from '../history/surroundings.ts'
import type { Carried } from './carry-return.ts'
import type { BroughtEdit } from './merge-report.ts'

/** Edits that go on from one another: what somebody typed is one edit, though it is many changes. */
interface Run {
  readonly author: string
  readonly time: string
  /** The text before the first of them, and the stretch of it that they replaced. */
  readonly before: Node
  readonly from: number
  readonly to: number
  /** That stretch as it is now. */
  readonly now: { readonly from: number; readonly to: number }
}

/**
 * The direct edits of a return in words, each with its place in the text after all of them. Edits by one person
 * that touch one another, one after the other, are one.
 * @param before the text that the return's changes were carried onto
 */
export function broughtEdits(before: Node, carried: readonly Carried[]): BroughtEdit[] {
  const done: BroughtEdit[] = []
  const places = new Anchors<BroughtEdit>(before.content.size)
  let doc = before
  let run: Run | null = null
  const end = () => {
    if (run === null) return
    const edit = editOf(run, doc)
    if (edit !== null) {
      done.push(edit)
      places.add(run.now.from, edit)
    }
    run = null
  }
  for (const { original, change, isEdit } of carried) {
    if (change === null) continue
    for (const step of stepsIn(change)) {
      const touched = isEdit ? stretchOf(step) : null
      if (touched === null || !isGoneOn(run, original.author, touched)) end()
      if (touched !== null) run = extended(run, doc, touched, step, original)
      else run = null
      doc = applyKnownStep(doc, step)
      places.follow(step.getMap())
    }
  }
  end()
  const at = new Map(places.places().map(({ value, pos }) => [value, pos]))
  return done.map(edit => ({ ...edit, at: at.get(edit) ?? edit.at }))
}

function isGoneOn(run: Run | null, author: string, { from, to }: { from: number; to: number }): boolean {
  return run !== null && run.author === author && from <= run.now.to && to >= run.now.from
}

/** The run with one more step, which touches it. */
function extended(
  run: Run | null,
  doc: Node,
  { from, to }: { from: number; to: number },
  step: Step,
  { author, time }: { readonly author: string; readonly time: string },
): Run {
  const map = step.getMap()
  if (run === null) {
    return { author, time, before: doc, from, to, now: { from: map.map(from, -1), to: map.map(to, 1) } }
  }
  // What it reaches beyond the run has not changed since the run began.
  const start = run.from - Math.max(0, run.now.from - from)
  const end = run.to + Math.max(0, to - run.now.to)
  const now = {
    from: map.map(Math.min(run.now.from, from), -1),
    to: map.map(Math.max(run.now.to, to), 1),
  }
  return { ...run, from: start, to: end, now }
}

/** What a step touches of the text before it. */
function stretchOf(step: Step): { from: number; to: number } | null {
  let from = Number.POSITIVE_INFINITY
  let to = -1
  step.getMap().forEach((start, end) => {
    from = Math.min(from, start)
    to = Math.max(to, end)
  })
  if (to >= 0) return { from, to }
  const marked = step as Step & { readonly from?: number; readonly to?: number; readonly pos?: number }
  const at = marked.from ?? marked.pos
  return at === undefined ? null : { from: at, to: marked.to ?? at }
}

/** Null where everything in it was taken back again. */
function editOf({ author, time, before, from, to, now }: Run, after: Node): BroughtEdit | null {
  const [old, made] = [before.slice(from, to), after.slice(now.from, now.to)]
  if (old.eq(made)) return null
  const [deleted, inserted] = [wordsOf(old), wordsOf(made)]
  const where = wordsAround(after, now.from, now.to)
  const form = deleted === inserted || (deleted.trim() === '' && inserted.trim() === '')
  const words = form && where !== null ? { ...where, text: inserted.trim() } : where
  return {
    author,
    time,
    at: now.from,
    where: words,
    form,
    deleted: form ? '' : deleted,
    inserted: form ? '' : inserted,
  }
}
