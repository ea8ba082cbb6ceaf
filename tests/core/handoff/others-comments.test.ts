import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import {
  deleteComments,
  editComment,
  openThread,
  reply,
  resolveThread,
} from '../../../src/core/review/operations.ts'
import { ada, ben, body, doc, headline, p, uuid } from '../../support/builders.ts'
import { acted, merge, send } from '../../support/handoff.ts'
import { startLog, type TestLog } from '../../support/log.ts'

const start = startLog(doc(headline('Talks resume'), body(p('The quick brown fox jumps.'))))
const thread = uuid(0x7e)
const first = uuid(0x71)
const mine = uuid(0x72)
const quote = { text: 'fox', before: 'brown ', after: ' jumps' }
const opened = acted(start, ada, openThread({ thread, quote, comment: { id: first, text: 'Which fox?' } }))

const sent = (log = opened) => send(log, ben, 'comment', { shown: [thread] })
const held = ({ briefing }: TestLog) => openConflicts(briefing.records.handoff)
const texts = ({ briefing }: TestLog) =>
  briefing.records.threads.get(thread)?.comments.map(({ text }) => text)

describe('[H3] what a return does to comments of others', () => {
  it('is a wish: none is deleted or changed', () => {
    const { master, copy } = sent()
    const deleted = merge(master, [acted(copy, ben, deleteComments(thread, [first]))])
    expect(texts(deleted.master)).toEqual(['Which fox?'])
    expect(held(deleted.master)).toMatchObject([
      { author: ben.id, wanted: 'To delete another’s comment', content: 'Which fox?' },
    ])
    const edit = editComment(copy.briefing.records, { thread, comment: first, text: 'No fox!' })
    const changed = merge(master, [acted(copy, ben, edit)])
    expect(texts(changed.master)).toEqual(['Which fox?'])
    expect(held(changed.master)).toMatchObject([
      { wanted: 'To change another’s comment', content: 'No fox!' },
    ])
    expect(changed.merged.report.returns[0]?.comments).toEqual([])
  })

  it('leaves their replies where one’s own thread is deleted', () => {
    const own = acted(start, ben, openThread({ thread, quote, comment: { id: mine, text: 'My fox?' } }))
    const { master, copy } = sent(acted(own, ada, reply(thread, { id: first, text: 'Ours.' })))
    const { master: after } = merge(master, [acted(copy, ben, deleteComments(thread, [mine, first]))])
    expect(texts(after)).toEqual(['Ours.'])
    expect(held(after)).toMatchObject([{ content: 'Ours.' }])
  })
})

describe('[H4] the report of comments', () => {
  it('says which of one’s own were deleted, and what they were on', () => {
    const own = acted(opened, ben, reply(thread, { id: mine, text: 'The red one.' }))
    const { master, copy } = sent(own)
    const { merged } = merge(master, [acted(copy, ben, deleteComments(thread, [mine]))])
    expect(merged.report.returns[0]?.comments).toMatchObject([
      { kind: 'deletion', text: 'The red one.', where: quote },
    ])
    const alone = acted(start, ben, openThread({ thread, quote, comment: { id: mine, text: 'My fox?' } }))
    const whole = sent(alone)
    const gone = merge(whole.master, [acted(whole.copy, ben, deleteComments(thread, [mine]))])
    expect(gone.master.briefing.records.threads.size).toBe(0)
    expect(gone.merged.report.returns[0]?.comments).toMatchObject([
      { kind: 'deletion', text: 'My fox?', where: quote },
    ])
  })

  it('says of a resolution that met a reply, or a thread that is gone', () => {
    const { master, copy } = sent()
    const resolved = acted(copy, ben, resolveThread(copy.briefing.records, thread, true))
    const answered = merge(acted(master, ada, reply(thread, { id: mine, text: 'Wait.' })), [resolved])
    const removed = merge(acted(master, ada, deleteComments(thread, [first])), [resolved])
    for (const { merged } of [answered, removed]) {
      expect(merged.report.returns[0]?.conflicts).toMatchObject([
        { wanted: 'To resolve a thread', content: 'Which fox?', author: ben.id },
      ])
    }
    expect(removed.master.briefing.records.threads.size).toBe(0)
  })
})
