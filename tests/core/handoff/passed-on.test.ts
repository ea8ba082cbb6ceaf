import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import type { Author } from '../../../src/core/briefing/author.ts'
import { logIdOf } from '../../../src/core/briefing/log-id.ts'
import { writeCopyFile } from '../../../src/core/handoff/copy-file.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { makeCopyAgain } from '../../../src/core/handoff/review-copy.ts'
import { openThread } from '../../../src/core/review/operations.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf, section, uuid } from '../../support/builders.ts'
import { acted, cleo, type Edit, edited, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog, stepsOf, type TestLog } from '../../support/log.ts'
import { unzipText } from '../../support/zip.ts'

const dana: Author = { id: uuid(0xda4a), name: 'Dana Brook', initials: 'DB', colour: 'ochre' }
const start = startLog(doc(headline('Talks resume'), body(p('The quick brown fox jumps.'), p('The end.'))))

const insert =
  (before: string, words: string): Edit =>
  tr =>
    tr.insert(posOf(tr.doc, before), schema.text(words))
const words = ({ briefing }: TestLog) => briefing.doc.child(3).textContent
const comment = openThread({ thread: uuid(0x7e), quote: null, comment: { id: uuid(0x71), text: 'Hm.' } })

describe('[H2] a copy that is passed on twice', () => {
  // Ben writes, passes on to Cleo, writes more and passes on to Dana.
  const first = send(start, ben)
  const toCleo = send(edited(first.copy, ben, insert('brown', 'very ')), cleo, 'edit', {
    sender: ben,
    asks: 'QUIETLY, please.',
  })
  const bensMore = acted(edited(toCleo.master, ben, insert('end', 'bitter ')), ben, comment)
  const toDana = send(bensMore, dana, 'suggest', { sender: ben })

  it('tells the second nothing of the first: not the name, not what was asked', () => {
    const file = writeCopyFile(toDana.copy, at(60))
    const text = Object.values(unzipText(file)).join('\n')
    for (const secret of [cleo.name, cleo.id, 'QUIETLY', logIdOf(toCleo.copy.briefing)]) {
      expect(text).not.toContain(secret)
    }
    expect(text).toContain('bitter')
    expect(expectOk(readBriefingFile(file, 'x')).briefing.head).toBe(toDana.copy.briefing.head)
  })

  it('does not tell it when it was merged in between either', () => {
    const back = merge(bensMore, [edited(toCleo.copy, cleo, tr => tr.delete(1, 2))], { author: ben }).master
    const { copy } = send(back, dana, 'suggest', { sender: ben })
    expect(JSON.stringify(copy.changes)).not.toContain(logIdOf(toCleo.copy.briefing))
    expect(copy.briefing.records.handoff.invitations).toEqual([])
    const { master } = merge(first.master, [edited(copy, dana, insert('jumps', 'often '))])
    const all = merge(merge(master, [back]).master, [toDana.copy])
    expect(all.merged.report.returns).toMatchObject([{ edits: [], comments: [], suggestions: [] }])
    expect(words(all.master)).toBe('The quick very brown fox often jumps.The bitter end.')
  })

  it('can be made again to the letter', () => {
    const again = expectOk(makeCopyAgain(toDana.master, logIdOf(toDana.copy.briefing)))
    expect(again.changes).toEqual(toDana.copy.changes)
  })

  it('comes back to whom it came from, and by every way and order to the master', () => {
    const cleos = edited(toCleo.copy, cleo, insert('jumps', 'often '))
    const danas = acted(toDana.copy, dana, [
      { type: 'comment.add', thread: uuid(0x7e), comment: { id: uuid(0x72), text: 'Indeed.' } },
    ])
    const bens = merge(toDana.master, [cleos, danas], { author: ben }).master
    const ways = [
      [cleos, danas, bens],
      [danas, bens, cleos],
      [bens, danas, cleos],
      [danas, bensMore, cleos, bens],
    ]
    for (const logs of ways) {
      const { master } = logs.reduce((done, log) => merge(done.master, [log]), { master: first.master })
      expect(words(master)).toBe('The quick very brown fox often jumps.The bitter end.')
      const texts = master.briefing.records.threads.get(uuid(0x7e))?.comments.map(({ text }) => text)
      expect(texts).toEqual(['Hm.', 'Indeed.'])
      expect(master.briefing.records.handoff.conflicts).toEqual([])
      for (const log of logs) expect(merge(master, [log]).merged.changes).toEqual([])
    }
  })

  it('can be passed on once more', () => {
    const further = send(edited(toDana.copy, dana, insert('jumps', 'often ')), cleo, 'edit', { sender: dana })
    const { master } = merge(first.master, [acted(further.copy, cleo, comment)])
    expect(words(master)).toContain('bitter')
    expect(merge(master, [bensMore]).merged.report.returns).toMatchObject([{ edits: [], comments: [] }])
  })
})

it('[H2] a comment finds its words by whichever way a move of them came first, also one that came in part', () => {
  const blocks = [p('The quick brown fox jumps.'), p('The middle.'), p('The end.')]
  const sent = send(startLog(doc(headline('Talks resume'), body(...blocks))), ben)
  // Ben passes on to Cleo, who moves the first block and makes the last a heading, and puts a comment on the first.
  const passed = send(edited(sent.copy, ben, insert('Talks', 'The ')), cleo, 'edit', { sender: ben })
  const cleos = edited(passed.copy, cleo, tr => {
    const $first = tr.doc.resolve(posOf(tr.doc, 'The quick'))
    tr.delete($first.before(), $first.after())
    const end = posOf(tr.doc, 'The end')
    tr.insert(end - 1, $first.parent)
    const heading = end + $first.parent.nodeSize
    tr.setBlockType(heading, heading, section().type, { level: 1 })
  })
  const from = posOf(passed.master.briefing.doc, 'fox')
  const mark = schema.mark('comment', { thread: uuid(0x7e) })
  const commented = acted(passed.master, ben, [
    ...comment,
    stepsOf(new Transform(passed.master.briefing.doc).addMark(from, from + 3, mark).steps),
  ])
  const bens = merge(commented, [cleos], { author: ben }).master
  // The heading is lost: the editor deleted the block.
  const master = edited(sent.master, ada, tr => {
    const $end = tr.doc.resolve(posOf(tr.doc, 'The end'))
    tr.delete($end.before(), $end.after())
  })
  for (const logs of [[bens], [cleos, bens], [passed.copy, cleos, bens]]) {
    const merged = logs.reduce((done, log) => merge(done, [log]).master, master)
    const { doc: now } = merged.briefing
    expect(now.rangeHasMark(posOf(now, 'fox'), posOf(now, 'fox') + 3, mark.type)).toBe(true)
  }
})
