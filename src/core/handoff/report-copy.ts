import type { Briefing } from '../briefing/briefing.ts'
import type { HeldConflict } from '../briefing/handoff.ts'
import type { Thread } from '../briefing/records.ts'
import { compareDocuments } from '../history/compare.ts'
import { wordsBetween } from '../history/conflict.ts'
import { wordsAround } from '../history/surroundings.ts'
import { readingOf } from '../review/publication.ts'
import { anchorsOf } from '../review/threads.ts'
import type { BroughtComment, BroughtEdit, BroughtSuggestion } from './merge-report.ts'
import { newSuggestions } from './report-return.ts'
import type { WholeLog } from './review-copy.ts'

/** What other copies of a log itself bring it: from two machines that both went on. */
export interface CopyReport {
  /** How many changes of theirs are not here. */
  readonly changes: number
  /** Who made them, by id. */
  readonly writers: readonly string[]
  readonly comments: readonly BroughtComment[]
  readonly suggestions: readonly BroughtSuggestion[]
  /** Where the texts differ; by nobody where there are several writers. */
  readonly edits: readonly BroughtEdit[]
  readonly conflicts: readonly HeldConflict[]
}

/**
 * What joining other copies of a log came to, found by comparing the briefing before and after: which of the
 * two logs became the base, and so whose changes were carried, says nothing about what is new here.
 */
export function reportOnCopies(ours: WholeLog, others: readonly WholeLog[], joined: Briefing): CopyReport {
  const here = new Set(ours.changes.flatMap(({ id, carries }) => [id, carries ?? id]))
  const news = new Map(
    others
      .flatMap(({ changes }) => changes)
      .filter(({ id, carries }) => !here.has(id) && !here.has(carries ?? id))
      .map(change => [change.id, change]),
  )
  const writers = [...new Set([...news.values()].map(({ author }) => author))]
  const [writer = '', ...more] = writers
  const time = [...news.values()].at(-1)?.time ?? ''
  const { briefing } = ours
  const held = new Set(briefing.records.handoff.conflicts.map(({ id }) => id))
  return {
    changes: news.size,
    writers,
    comments: newComments(briefing, joined),
    suggestions: newSuggestions(briefing, joined),
    edits: differences(briefing, joined).map(edit => ({
      ...edit,
      author: more.length === 0 ? writer : '',
      time,
    })),
    conflicts: joined.records.handoff.conflicts.filter(({ id }) => !held.has(id)),
  }
}

function differences(before: Briefing, after: Briefing): Omit<BroughtEdit, 'author' | 'time'>[] {
  const [a, b] = [readingOf(before.doc, 'reject'), readingOf(after.doc, 'reject')]
  return compareDocuments(a, b).map(({ fromA, toA, fromB, toB }) => {
    const [deleted, inserted] = [wordsBetween(a, fromA, toA), wordsBetween(b, fromB, toB)]
    const form = deleted.trim() === inserted.trim()
    const where = wordsAround(b, fromB, toB)
    return {
      at: fromB,
      where: form && where !== null ? { ...where, text: inserted.trim() } : where,
      form,
      deleted: form ? '' : deleted,
      inserted: form ? '' : inserted,
    }
  })
}

function newComments(before: Briefing, { records, doc }: Briefing): BroughtComment[] {
  const anchors = anchorsOf(doc)
  return [...records.threads.values()].flatMap(thread => {
    const was = before.records.threads.get(thread.id)
    const at = anchors.get(thread.id)?.[0]?.from ?? null
    const said = (kind: BroughtComment['kind'], author: string, time: string, text: string) => ({
      ...{ thread: thread.id, where: thread.quote, at },
      ...{ kind, author, time, text },
    })
    const known = new Map(was?.comments.map(comment => [comment.id, comment]))
    const comments = thread.comments.flatMap(({ id, author, time, text }, index) => {
      const old = known.get(id)
      if (old !== undefined) return old.text === text ? [] : [said('change', author, time, text)]
      return [said(was === undefined && index === 0 ? 'comment' : 'reply', author, time, text)]
    })
    return [...comments, ...decided(was, thread).map(([kind, who, when]) => said(kind, who, when, ''))]
  })
}

/** That a thread was resolved or opened again, by whom and when. */
function decided(
  was: Thread | undefined,
  { resolved, comments }: Thread,
): [kind: BroughtComment['kind'], author: string, time: string][] {
  if ((was?.resolved ?? null) === null) {
    return resolved === null ? [] : [['resolution', resolved.author, resolved.time]]
  }
  const last = comments.at(-1)
  return resolved === null ? [['reopening', last?.author ?? '', last?.time ?? '']] : []
}
