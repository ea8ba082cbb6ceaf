import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Author } from '../../src/core/briefing/author.ts'
import { resolveSuggestions } from '../../src/core/review/resolve.ts'
import { suggestionsOf } from '../../src/core/review/suggestions.ts'
import { quoteOf } from '../../src/core/review/threads.ts'
import { schema } from '../../src/core/schema/schema.ts'
import { uuid } from './builders.ts'
import { type Edit, edits, perform } from './edits.ts'
import { acted, edited, suggested } from './handoff.ts'
import type { TestLog } from './log.ts'
import { stepsOf } from './log.ts'
import { documents } from './small-documents.ts'

/** What a simulated person does in one change. */
export interface Doing {
  readonly kind: 'edit' | 'suggest' | 'comment' | 'reply' | 'resolve' | 'accept' | 'reject'
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
] as const

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
      case 'reply': {
        const thread = pick([...now.briefing.records.threads.keys()], doing.pick)
        if (thread === undefined) return now
        return acted(now, author, [
          { type: 'comment.add', thread, comment: { id: newId(author), text: word() } },
        ])
      }
      case 'resolve': {
        const thread = pick([...now.briefing.records.threads.values()], doing.pick)
        if (thread === undefined) return now
        const resolved = thread.resolved === null
        const counter = thread.resolvedCounter + 1
        return acted(now, author, [{ type: 'thread.resolve', thread: thread.id, resolved, counter }])
      }
      case 'accept':
      case 'reject': {
        const { kind } = doing
        const suggestion = pick(suggestionsOf(now.briefing.doc), doing.pick)
        if (suggestion === undefined) return now
        return edited(now, author, tr =>
          resolveSuggestions(tr, mark => (mark.attrs.id === suggestion.id ? kind : null)),
        )
      }
      default:
        return now
    }
  }, log)
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
