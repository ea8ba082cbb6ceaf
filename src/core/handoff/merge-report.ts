import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import type { HeldConflict, Rights } from '../briefing/handoff.ts'
import type { Quote } from '../briefing/records.ts'
import { wordsBetween, wordsOf } from '../history/conflict.ts'
import { applyKnownStep } from '../history/step.ts'
import { apart, quoteAround } from '../history/surroundings.ts'

/** Something a return brings: whose, from when, and the words around its place. */
interface Brought {
  readonly author: string
  readonly time: string
  readonly where: Quote | null
  /** Where it begins in the text after its return was merged; null where it has no place there. */
  readonly at: number | null
}

export interface BroughtComment extends Brought {
  /** The thread's id. */
  readonly thread: string
  readonly text: string
  readonly kind: 'comment' | 'reply' | 'change' | 'deletion' | 'resolution' | 'reopening' | 'attachment'
}

export interface BroughtSuggestion extends Brought {
  readonly id: string
  readonly summary: string
  readonly deleted: string
  readonly inserted: string
}

/** What an edit did, in words. */
export interface WordsChanged {
  readonly deleted: string
  readonly inserted: string
  /** The words around its first place. */
  readonly where: Quote | null
  /** It changed neither, but the form of words or blocks. */
  readonly form: boolean
}

export interface BroughtEdit extends Brought, WordsChanged {}

export interface BroughtApproval {
  readonly author: string
  readonly time: string
  readonly verdict: 'approved' | 'changes-requested'
  readonly note: string
}

/** What one return brings, before it is applied (H4). */
export interface ReturnReport {
  /** The copy's id. */
  readonly copy: string
  readonly reviewer: { readonly id: string; readonly name: string }
  readonly rights: Rights
  /** Everything in it was here already. */
  readonly isKnown: boolean
  /** Those who wrote in it although nobody invited them, by name. */
  readonly unverified: readonly string[]
  readonly comments: readonly BroughtComment[]
  readonly suggestions: readonly BroughtSuggestion[]
  readonly edits: readonly BroughtEdit[]
  readonly approvals: readonly BroughtApproval[]
  readonly conflicts: readonly HeldConflict[]
}

export interface MergeReport {
  readonly returns: readonly ReturnReport[]
  /** All conflicts of the briefing that nobody has dealt with, these and earlier ones. */
  readonly openConflicts: number
}

/** What steps on a text put in and take out, in words, and where the first of them is. */
export function wordsChanged(doc: Node, steps: readonly Step[]): WordsChanged {
  const deleted: string[] = []
  const inserted: string[] = []
  let where: Quote | null = null
  let now = doc
  for (const step of steps) {
    if (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) {
      where ??= quoteAround(now, step.from)
      if (step instanceof ReplaceStep) {
        deleted.push(wordsBetween(now, step.from, step.to))
        inserted.push(wordsOf(step.slice))
      }
    } else {
      const { from, pos } = step as Step & { readonly from?: number; readonly pos?: number }
      where ??= quoteAround(now, from ?? pos ?? 0)
    }
    now = applyKnownStep(now, step)
  }
  const words = (list: readonly string[]) => apart(list.filter(text => text !== '').join(' '))
  const form = words(deleted).trim() === '' && words(inserted).trim() === ''
  return { deleted: words(deleted), inserted: words(inserted), where, form }
}
