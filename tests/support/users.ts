import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Author } from '../../src/core/briefing/author.ts'
import { statuses } from '../../src/core/briefing/records.ts'
import type { Operation } from '../../src/core/history/change.ts'
import { detailOperation } from '../../src/core/history/log.ts'
import {
  deleteComments,
  deletedWith,
  editComment,
  giveApproval,
  reply,
  resolveThread,
  setStatus,
} from '../../src/core/review/operations.ts'
import { resolveSuggestions } from '../../src/core/review/resolve.ts'
import { suggestionsOf } from '../../src/core/review/suggestions.ts'
import { quoteOf } from '../../src/core/review/threads.ts'
import { schema } from '../../src/core/schema/schema.ts'
import { uuid } from './builders.ts'
import { type Edit, edits, perform } from './edits.ts'
import { acted, edited, suggested } from './handoff.ts'
import type { TestLog } from './log.ts'
import { expectOk, stepsOf } from './log.ts'
import { documents } from './small-documents.ts'

export const everything = [
  'edit',
  'edit',
  'edit',
  'edit',
  'suggest',
  'suggest',
  'comment',
  'reply',
  'resolve',
  'accept',
  'reject',
  'change comment',
  'delete comment',
  'approve',
  'status',
  'detail',
] as const

/** What a simulated person does in one change. */
export interface Doing {
  readonly kind: (typeof everything)[number]
  readonly edits: readonly Edit[]
  readonly pick: number
}

/** Some changes by one person. */
export function work(kinds: readonly Doing['kind'][], most: number): fc.Arbitrary<Doing[]> {
  return fc.array(fc.record({ kind: fc.constantFrom(...kinds), edits: edits(3), pick: fc.nat(50) }), {
    minLength: 1,
    maxLength: most,
  })
}

/** Documents whose words `[w0]`, `[w1]` … are each one of a kind. */
export const distinctDocuments: fc.Arbitrary<Node> = documents(
  fc.array(fc.constant('[w0]'), { minLength: 1, maxLength: 5 }).map(words => words.join(' ')),
).map(doc => {
  let number = 0
  const json = JSON.stringify(doc.toJSON()).replace(/\[w\d+\]/g, () => `[w${number++}]`)
  return schema.nodeFromJSON(JSON.parse(json))
})

/** A log after a person's work; the words put in are `[name0]`, `[name1]` … */
export function worked(log: TestLog, author: Author, name: string, doings: readonly Doing[]): TestLog {
  let number = 0
  const word = () => `[${name}${number++}]`
  return doings.reduce((now, doing) => {
    const everyEdit = (tr: Transform): void => {
      for (const edit of doing.edits) perform(tr, edit, word())
    }
    switch (doing.kind) {
      case 'edit':
        return edited(now, author, everyEdit)
      case 'suggest':
        return suggested(now, author, everyEdit)
      case 'comment':
        return commented(now, author, word(), doing.pick)
      case 'accept':
      case 'reject': {
        const { kind } = doing
        const suggestion = pick(suggestionsOf(now.briefing.doc), doing.pick)
        if (suggestion === undefined) return now
        return edited(now, author, tr =>
          resolveSuggestions(tr, mark => (mark.attrs.id === suggestion.id ? kind : null)),
        )
      }
      default: {
        const operations = onRecords(now, author, doing, word())
        return operations.length === 0 ? now : acted(now, author, operations)
      }
    }
  }, log)
}

/** What somebody does beside the text; `word` is new. */
function onRecords(
  { briefing }: TestLog,
  author: Author,
  { kind, pick: index }: Doing,
  word: string,
): Operation[] {
  const { records } = briefing
  const thread = pick([...records.threads.values()], index)
  const content = briefing.head
  switch (kind) {
    case 'reply':
      return thread === undefined ? [] : reply(thread.id, { id: newId(author), text: word })
    case 'resolve':
      return thread === undefined ? [] : resolveThread(records, thread.id, thread.resolved === null)
    case 'change comment': {
      const own = thread?.comments.find(comment => comment.author === author.id)
      if (thread === undefined || own === undefined) return []
      return editComment(records, { thread: thread.id, comment: own.id, text: word })
    }
    case 'delete comment': {
      const own = thread?.comments.find(comment => comment.author === author.id)
      if (thread === undefined || own === undefined) return []
      return deleteComments(thread.id, deletedWith(records, thread.id, own.id))
    }
    case 'approve': {
      const verdict = index % 2 === 0 ? 'approved' : 'changes-requested'
      return giveApproval({ id: newId(author), verdict, note: word, content })
    }
    case 'status': {
      const status = pick(statuses, index) ?? 'Draft'
      return setStatus(records, { status, content, version: newId(author) })
    }
    case 'detail':
      return [expectOk(detailOperation(briefing, 'slug', word.slice(1, -1)))]
    default:
      return []
  }
}

let ids = 0

function newId(author: Author): string {
  ids += 1
  return uuid(Number.parseInt(author.id.slice(-4), 16) * 0x1000000 + ids)
}

function commented(log: TestLog, author: Author, text: string, index: number): TestLog {
  const { doc } = log.briefing
  const places: { from: number; to: number }[] = []
  doc.descendants((node, pos) => {
    if (node.isText) places.push({ from: pos, to: pos + node.nodeSize })
  })
  const place = pick(places, index)
  const thread = newId(author)
  const comment = { id: newId(author), text }
  if (place === undefined) return acted(log, author, [{ type: 'thread.open', thread, quote: null, comment }])
  const transform = new Transform(doc).addMark(place.from, place.to, schema.mark('comment', { thread }))
  return acted(log, author, [
    { type: 'thread.open', thread, quote: quoteOf(doc, place), comment },
    stepsOf(transform.steps),
  ])
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)]
}
