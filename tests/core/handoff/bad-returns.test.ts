import { describe, expect, it } from 'vitest'
import { mergeReturns } from '../../../src/core/handoff/merge.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeReturn } from '../../../src/core/handoff/return.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { type Change, makeChange, type Operation } from '../../../src/core/history/change.ts'
import { replay } from '../../../src/core/history/log.ts'
import { reconcile } from '../../../src/core/history/reconcile.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { acted, appended, edited, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'
import { unzipText, withEntries } from '../../support/zip.ts'

const start = startLog(doc(headline('Talks resume'), body(p('The quick brown fox jumps.'))))
const sent = send(start, ben, 'suggest')
const theirs = edited(sent.copy, ben, tr => tr.insert(posOf(tr.doc, 'jumps'), schema.text('often ')))
const file = expectOk(writeReturn(theirs, at(6)))
const options = { author: ada, time: at(50), edits: 'edits' } as const

describe('[H3] a return as a file', () => {
  it('says whose it is, and gives back what was done', () => {
    const read = expectOk(readBriefingFile(file, 'return.briefing'))
    expect(read.manifest).toMatchObject({
      formatVersion: 2,
      kind: 'return',
      invitation: { rights: 'suggest', asks: 'Please read.', base: start.briefing.head },
    })
    expect(merge(sent.master, [{ ...read }]).merged.changes).toHaveLength(2)
  })

  it('is refused when it is cut at any byte or any bit is flipped, unless it says the same', () => {
    for (let length = 0; length < file.length; length += 7) {
      expect(readBriefingFile(file.slice(0, length), 'x').ok).toBe(false)
    }
    for (let byte = 0; byte < file.length; byte += 1) {
      const flipped = file.slice()
      flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (byte % 8))
      const read = readBriefingFile(flipped, 'x')
      if (read.ok) expect(read.value.briefing.head).toBe(theirs.briefing.head)
    }
  })

  it('is refused when its manifest claims other rights, another reviewer or another kind', () => {
    const manifest = JSON.parse(unzipText(file)['manifest.json'] ?? '')
    const { invitation, ...master } = manifest
    for (const claimed of [
      { ...manifest, invitation: { ...invitation, rights: 'edit' } },
      { ...manifest, invitation: { ...invitation, reviewer: { id: ada.id, name: ada.name } } },
      { ...manifest, invitation: { ...invitation, copy: uuid(9) } },
      { ...manifest, kind: 'master' },
      { ...master, kind: 'master' },
      { ...master, kind: 'return' },
      { ...manifest, formatVersion: 1 },
    ]) {
      const bytes = withEntries(file, { 'manifest.json': JSON.stringify(claimed) })
      expect(readBriefingFile(bytes, 'x')).toMatchObject({ error: { code: 'briefing.invalid' } })
    }
  })

  it('cannot be made of what nobody sent', () => {
    expect(writeReturn(start, at(6))).toMatchObject({ error: { code: 'handoff.not-a-copy' } })
    expect(() => writeBriefingFile({ ...start, title: '', time: at(6), kind: 'return' })).toThrow(
      'review copy',
    )
  })
})

describe('[H3] a return that lies', () => {
  it('about its rights gains none: the master remembers', () => {
    const changes = sent.copy.changes.map(change => ({
      ...change,
      operations: change.operations.map(operation =>
        operation.type === 'copy' ? { ...operation, rights: 'edit' as const } : operation,
      ),
    }))
    const forged = relinked(sent.copy.origin, changes)
    const edits = edited(forged, ben, tr => tr.delete(posOf(tr.doc, 'quick'), posOf(tr.doc, 'brown')))
    const { master } = merge(sent.master, [edits])
    expect(master.briefing.doc.textContent).toContain('quick brown')
  })

  it('about being another copy gains no rights: nobody remembers that one', () => {
    const changes = sent.copy.changes.map(change => ({
      ...change,
      operations: change.operations.map(operation =>
        operation.type === 'copy' ? { ...operation, copy: uuid(0xf0), rights: 'edit' as const } : operation,
      ),
    }))
    const forged = relinked(sent.copy.origin, changes)
    const edits = edited(forged, ben, tr => tr.delete(posOf(tr.doc, 'quick'), posOf(tr.doc, 'brown')))
    const { master } = merge(sent.master, [edits])
    expect(master.briefing.doc.textContent).toContain('quick brown')
  })

  it('about its first text is refused', () => {
    const origin = { ...sent.copy.origin, doc: doc(headline('Other'), body(p('Other.'))).toJSON() }
    expect(mergeReturns(sent.master, [relinked(origin, sent.copy.changes)], options)).toMatchObject({
      error: { code: 'handoff.unknown-base' },
    })
  })

  it('about who wrote is told: nobody invited them', () => {
    const stranger = { ...ada, id: uuid(0x57), name: 'Somebody Else' }
    const { merged, master } = merge(sent.master, [
      edited(sent.copy, stranger, tr => tr.insert(posOf(tr.doc, 'jumps'), schema.text('often '))),
    ])
    expect(merged.report.returns).toMatchObject([{ unverified: ['Somebody Else'] }])
    const names = [...master.briefing.authors.values()].map(({ name }) => name)
    expect(names).toContain('Somebody Else (unverified)')
    expect(names).not.toContain('Somebody Else')
  })

  it('about somebody’s name does not change it here', () => {
    const { master } = merge(sent.master, [
      acted(sent.copy, ben, [
        { type: 'author', author: { ...ada, name: 'Not Ada' } },
        { type: 'thread.open', thread: uuid(0x61), quote: null, comment: { id: uuid(0x62), text: 'Hm.' } },
      ]),
    ])
    expect(master.briefing.authors.get(ada.id)?.name).toBe(ada.name)
    expect(master.briefing.records.threads.size).toBe(1)
  })

  it('about the time changes nothing but what is shown', () => {
    const last = theirs.changes.at(-1)
    if (last === undefined) throw new Error('No change')
    const { hash: _, ...parts } = last
    for (const time of ['1970-01-01T00:00:00.000Z', '2199-12-31T23:59:59.999Z']) {
      const late = appended(sent.copy, [makeChange({ ...parts, time })])
      expect(merge(sent.master, [late]).merged.report.returns).toMatchObject([
        { suggestions: [{ inserted: 'often', time }] },
      ])
    }
  })

  it('with operations of hand-off of its own does not bring them in', () => {
    const { master } = merge(sent.master, [
      acted(sent.copy, ben, [
        { type: 'invite', copy: uuid(0x71), reviewer: ben, rights: 'edit', asks: '', steps: [] },
        { type: 'merge', merge: uuid(0x72), reviewers: [], done: [{ change: uuid(0x73), hash: null }] },
        { type: 'thread.open', thread: uuid(0x74), quote: null, comment: { id: uuid(0x75), text: 'Hm.' } },
      ]),
    ])
    expect(master.briefing.records.handoff.invitations).toHaveLength(1)
    expect(master.briefing.records.handoff.merges).toHaveLength(1)
    expect(master.briefing.records.threads.size).toBe(1)
  })
})

describe('[F1] records that are more than a briefing holds once both sides are together', () => {
  const approvals = (count: number, from: number): Operation[] =>
    Array.from({ length: count }, (_, n) => ({
      type: 'approval',
      approval: uuid(from + n),
      verdict: 'approved',
      note: '',
      content: start.briefing.head,
    }))
  const replies = (count: number, from: number): Operation[] =>
    Array.from({ length: count }, (_, n) => ({
      type: 'comment.add',
      thread: uuid(0x7e),
      comment: { id: uuid(from + n), text: 'x' },
    }))

  it.each([
    ['approvals', approvals],
    ['comments', replies],
  ] as const)('are refused, naming the return, when it brings them: %s', (_, many) => {
    const bad = acted(sent.copy, ben, many(5000, 0x100000))
    const ours = acted(sent.master, ada, many(1, 0x200000))
    expect(mergeReturns(ours, [sent.copy, bad], options)).toMatchObject({
      error: { code: 'history.invalid', entry: 'return 2' },
    })
  })

  it('are refused when two copies fork', () => {
    const a = acted(start, ada, approvals(5000, 0x100000))
    const b = acted(start, ben, approvals(5000, 0x200000))
    expect(reconcile(a, b)).toMatchObject({ error: { code: 'history.invalid' } })
  })
})

describe('[H3] a return of very many changes', () => {
  const count = process.env.GALLEY_RUNS === undefined ? 10_000 : 100_000

  it(`is merged in bounded time: ${count}`, { timeout: 300_000 }, () => {
    const copy = send(start, ben, 'edit')
    const at0 = posOf(copy.copy.briefing.doc, 'jumps')
    const changes: Change[] = [...copy.copy.changes]
    let parent = copy.copy.briefing.head
    for (let n = 0; n < count; n += 1) {
      // Typing forward, with jumps back, so that runs cannot simply grow.
      const pos = at0 + (n % 3 === 0 ? 0 : n)
      const step = {
        stepType: 'replace',
        from: pos,
        to: pos,
        slice: { content: [{ type: 'text', text: 'x' }] },
      }
      const operations: Change['operations'] = [{ type: 'steps', steps: [step] }]
      const change = makeChange({ id: uuid(0x9000000 + n), author: ben.id, time: at(7), parent, operations })
      changes.push(change)
      parent = change.hash
    }
    const log = { origin: copy.copy.origin, changes, briefing: expectOk(replay(copy.copy.origin, changes)) }
    const ours = edited(copy.master, ada, tr => tr.insert(posOf(tr.doc, 'brown'), schema.text('very ')))
    const started = performance.now()
    const merged = expectOk(mergeReturns(ours, [log], options))
    expect(merged.changes).toHaveLength(count + 1)
    expect(merged.briefing.doc.textContent).toContain('x'.repeat(count))
    // Generous: the machine may be busy. That it is linear, `npm run bench` shows.
    expect(performance.now() - started).toBeLessThan(count * 2)
  })
})

/** Changes with their hashes made true again, as somebody who forges a file would. */
function relinked(origin: typeof start.origin, changes: readonly Change[]) {
  let log = startLogOf(origin)
  for (const { hash: _, ...parts } of changes) {
    log = appended(log, [makeChange({ ...parts, parent: log.briefing.head })])
  }
  return log
}

function startLogOf(origin: typeof start.origin): TestLog {
  return { origin, changes: [], briefing: expectOk(replay(origin, [])) }
}
