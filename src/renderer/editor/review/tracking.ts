import { isHistoryTransaction } from 'prosemirror-history'
import type { Mark, Node } from 'prosemirror-model'
import {
  AllSelection,
  type EditorState,
  NodeSelection,
  type Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import {
  AddMarkStep,
  type Mapping,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from 'prosemirror-transform'
import { isStruck } from '../../../core/briefing/standing-text.ts'
import type { Suggesting } from '../../../core/review/edit.ts'
import { exceedsRights } from '../../../core/review/exceeds.ts'
import { type Tracked, trackEdit } from '../../../core/review/track.ts'
import { dropInheritedSuggestions } from '../../../core/review/typing.ts'
import { dropCopiedBreaks, suggestJoinedWords } from './block-marks.ts'
import { keepThreads } from './kept-threads.ts'
import { beforeOf, isAsItIs, reviewOf } from './review-state.ts'

/** Why an edit was not made. */
export type Refusal = 'viewing' | 'commenting' | 'rights' | 'deleted-block' | 'not-trackable'

export type Outcome =
  | { readonly kind: 'apply'; readonly transaction: Transaction }
  | { readonly kind: 'refused'; readonly why: Refusal }

/**
 * What becomes of a transaction in the present mode (R3). Editing applies it, without the suggestion marks that
 * typed text took on from its neighbours; Suggesting turns it into suggestions; Viewing refuses it. Undo and
 * redo, and what is marked `asItIs`, pass in every mode. An edit that cannot be a suggestion is refused, never
 * applied untracked, and what is more than a review copy may do is refused by whatever way it comes (H2).
 */
export function incoming(
  state: EditorState,
  tr: Transaction,
  { time, newId }: Pick<Suggesting, 'time' | 'newId'>,
): Outcome {
  const { mode, rights, author } = reviewOf(state)
  if (isHistoryTransaction(tr) && tr.docChanged) keepThreads(tr)
  const passes = !tr.docChanged || isHistoryTransaction(tr) || isAsItIs(tr)
  if (passes) return isWithinRights(state, tr) ? { kind: 'apply', transaction: tr } : refused('rights')
  if (mode === 'viewing' || mode === 'commenting') return refused(mode)
  if (mode === 'editing' ? rights !== 'edit' : rights === 'comment') return refused('rights')
  if (writesIntoDeletedBlock(tr)) return refused('deleted-block')
  const isOwn = (mark: Mark) => mark.type.name === 'insertion' && mark.attrs.author === author
  dropCopiedBreaks(tr, mark => mode === 'suggesting' && isOwn(mark))
  if (mode === 'editing') {
    suggestJoinedWords(tr)
    // A dragged text brings its marks along; whatever else is put in is typed.
    if (tr.getMeta('uiEvent') !== 'drop') dropInheritedSuggestions(tr)
    return { kind: 'apply', transaction: tr }
  }
  const tracked = tryTracking(tr.before, tr.steps, tr.docs, { author, time, newId })
  if (tracked === null) return refused('not-trackable')
  const transaction = state.tr
  for (const step of compacted(tracked)) transaction.step(step)
  transaction.setSelection(
    mappedSelection(tr.selection, tracked.mapping, transaction.doc, sideOf(tr, state.selection)),
  )
  carryOver(tr, transaction)
  return { kind: 'apply', transaction }
}

function refused(why: Refusal): Outcome {
  return { kind: 'refused', why }
}

/** H2: whether what a transaction does as it is, untracked, is no more than this copy allows. */
export function isWithinRights(state: EditorState, tr: Transaction): boolean {
  const { rights, author } = reviewOf(state)
  return !tr.docChanged || !exceedsRights(beforeOf(tr), tr.doc, rights, author)
}

/** ProseMirror's own errors for a replacement that does not fit mean that the edit cannot be tracked. */
export function tryTracking(
  doc: Node,
  steps: readonly Step[],
  docs: readonly Node[],
  suggesting: Suggesting,
): Tracked | null {
  try {
    return trackEdit(doc, steps, docs, suggesting)
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.name === 'TransformError'))
      return null
    throw error
  }
}

/** What was typed into a block that goes when its suggested deletion is accepted would go with it, unseen. */
function writesIntoDeletedBlock(tr: Transaction): boolean {
  return tr.steps.some((step, index) => {
    if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep) || step.slice.size === 0) {
      return false
    }
    const doc = tr.docs[index]
    if (doc === undefined) return false
    const $from = doc.resolve(step.from)
    for (let depth = $from.sharedDepth(step.to); depth > 0; depth -= 1) {
      if (isStruck($from.node(depth))) return true
    }
    return false
  })
}

/** A typed letter is one step: put in as it is marked, so that the history and the log can join it to the next. */
export function compacted({ transform }: Tracked): readonly Step[] {
  const [first, ...rest] = transform.steps
  if (!(first instanceof ReplaceStep) || first.from !== first.to || rest.length === 0) return transform.steps
  const end = first.from + first.slice.size
  const within = rest.every(
    step =>
      (step instanceof AddMarkStep || step instanceof RemoveMarkStep) &&
      step.from >= first.from &&
      step.to <= end,
  )
  if (!within || first.slice.openStart > 0 || first.slice.openEnd > 0) return transform.steps
  return [new ReplaceStep(first.from, first.from, transform.doc.slice(first.from, end))]
}

/**
 * Which side of text that stays, marked as deleted, the cursor goes to: behind it after Delete, which goes on
 * forwards, else before it. (A place in new text is found again exactly.)
 */
function sideOf(tr: Transaction, before: Selection): 1 | -1 {
  const [step] = tr.steps
  if (tr.getMeta(forwards) === true) return 1
  if (tr.steps.length !== 1 || !(step instanceof ReplaceStep)) return -1
  return before.empty && step.slice.size === 0 && step.from === before.from ? 1 : -1
}

/** Meta of a deletion by the Delete key. */
export const forwards = 'deleteForwards'

export function mappedSelection(selection: Selection, mapping: Mapping, doc: Node, side: 1 | -1): Selection {
  if (selection instanceof AllSelection) return new AllSelection(doc)
  if (selection instanceof NodeSelection) {
    const at = mapping.map(selection.from, 1)
    const node = doc.nodeAt(at)
    if (node !== null && NodeSelection.isSelectable(node)) return NodeSelection.create(doc, at)
  }
  const head = mapping.map(selection.head, side)
  const anchor = selection.empty ? head : mapping.map(selection.anchor, side)
  return TextSelection.between(doc.resolve(anchor), doc.resolve(head))
}

/** Everything that plugins said about the edit also holds for the suggestions it became. */
function carryOver(from: Transaction, to: Transaction): void {
  // ProseMirror keeps a transaction's metadata in this field and offers no way to list it.
  const { meta } = from as unknown as { readonly meta: Readonly<Record<string, unknown>> }
  for (const [name, value] of Object.entries(meta)) to.setMeta(name, mapInputRule(value, from, to))
  if (from.storedMarksSet) to.setStoredMarks(from.storedMarks)
  if (from.scrolledIntoView) to.scrollIntoView()
}

/** An input rule keeps what it did, for Backspace to take back: that is the tracked steps now. */
function mapInputRule(value: unknown, from: Transaction, to: Transaction): unknown {
  if (value === null || typeof value !== 'object' || !('transform' in value)) return value
  return value.transform === from ? { ...value, transform: to } : value
}
