import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Author } from '../../../src/core/briefing/author.ts'
import { openConflicts, type Rights } from '../../../src/core/briefing/handoff.ts'
import { logIdOf } from '../../../src/core/briefing/log-id.ts'
import { findBase } from '../../../src/core/handoff/base.ts'
import { mergeCopies } from '../../../src/core/handoff/merge-copies.ts'
import { makeCopyAgain } from '../../../src/core/handoff/review-copy.ts'
import { undoMerge } from '../../../src/core/handoff/undo-merge.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { missingFrom } from '../../support/accounts.ts'
import { ada, at, ben } from '../../support/builders.ts'
import { wordsIn } from '../../support/edits.ts'
import { appended, cleo, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'
import { numbersFrom } from '../../support/random.ts'
import { replayable } from '../../support/runs.ts'
import { type Doing, distinctDocuments, everything, work, worked } from '../../support/users.ts'

/** A copy that went out: as it was sent, and as its reviewer has it now. */
interface Out {
  readonly reviewer: Author
  readonly sent: TestLog
  readonly log: TestLog
}

const doings = work(everything, 3)
const kinds = ['work', 'work', 'send', 'send', 'review', 'review', 'merge', 'merge', 'join', 'join'] as const

/** What happens: on a machine, with another one's log or a copy, each by a number. */
const events = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    machine: fc.nat(50),
    other: fc.nat(50),
    showsAll: fc.boolean(),
    rights: fc.constantFrom<Rights[]>('edit', 'edit', 'suggest', 'comment'),
    doings,
  }),
  { minLength: 6, maxLength: 14 },
)

/** Machines of one editor that work apart, send copies, merge returns and join their logs, as it happens. */
class World {
  readonly machines: TestLog[]
  readonly copies: Out[] = []
  /** Every word that somebody put in or that was there at first, and those that somebody took out. */
  readonly put: Set<string>
  readonly taken = new Set<string>()
  #names = 0

  constructor(start: TestLog, count: number) {
    this.machines = Array.from({ length: count }, () => start)
    this.put = new Set(wordsOf(start))
  }

  work(machine: number, doings: readonly Doing[]): void {
    this.machines[machine] = this.#worked(this.log(machine), ada, doings)
  }

  send(machine: number, showsAll: boolean, index: number, rights: Rights = 'edit'): void {
    const log = this.log(machine)
    const reviewer = index % 2 === 0 ? ben : cleo
    const { records, doc } = log.briefing
    const shown = showsAll ? [...records.threads.keys(), ...suggestionsOf(doc).map(({ id }) => id)] : []
    const { master, copy } = send(log, reviewer, rights, { shown })
    this.machines[machine] = master
    this.copies.push({ reviewer, sent: copy, log: copy })
  }

  review(index: number, doings: readonly Doing[]): void {
    const copy = this.copies[index]
    if (copy === undefined) return
    this.copies[index] = { ...copy, log: this.#worked(copy.log, copy.reviewer, doings) }
  }

  /** Merges a return where its copy is known: on the machine that sent it, and on those joined with it. */
  merge(machine: number, index: number): void {
    const copy = this.copies[index]
    if (copy === undefined) return
    const log = this.log(machine)
    const isKnown = log.briefing.records.handoff.invitations.some(
      invitation => invitation.copy === logIdOf(copy.sent.briefing),
    )
    if (!isKnown && !findBase(log, copy.log).ok) return
    this.machines[machine] = merge(log, [copy.log]).master
  }

  join(machine: number, other: number): boolean {
    const log = this.log(machine)
    const options = { author: ada, time: at(10 + machine), edits: 'edits' } as const
    const { changes } = expectOk(mergeCopies(log, [this.log(other)], options))
    const next = appended({ ...log, changes: [] }, changes)
    this.machines[machine] = next
    return next.briefing.head !== log.briefing.head
  }

  /** Joins all until nothing changes any more. */
  settle(): void {
    const all = this.machines.map((_, index) => index)
    for (let round = 0; ; round += 1) {
      expect(round, 'rounds until nothing changes').toBeLessThan(6)
      if (!all.flatMap(one => all.map(other => one !== other && this.join(one, other))).includes(true)) break
    }
    expect(new Set(this.machines.map(({ briefing }) => briefing.head)).size).toBe(1)
  }

  log(machine: number): TestLog {
    const log = this.machines[machine]
    if (log === undefined) throw new RangeError(`There is no machine ${machine}`)
    return log
  }

  #worked(log: TestLog, author: Author, doings: readonly Doing[]): TestLog {
    this.#names += 1
    const after = worked(log, author, `m${this.#names}x`, doings)
    const [before, now] = [new Set(wordsOf(log)), new Set(wordsOf(after))]
    for (const word of now) if (!before.has(word)) this.put.add(word)
    for (const word of before) if (!now.has(word)) this.taken.add(word)
    return after
  }
}

function wordsOf({ briefing: { doc } }: TestLog): string[] {
  return wordsIn(doc.textBetween(0, doc.content.size, '\n', '\n'))
}

/** Words that nobody took out, and that are neither in the text nor in a conflict. */
function vanished({ put, taken }: World, log: TestLog): string[] {
  const said = openConflicts(log.briefing.records.handoff).flatMap(({ content }) => wordsIn(content))
  const there = new Set([...wordsOf(log), ...said])
  return [...put].filter(word => !taken.has(word) && !there.has(word))
}

/** A copy comes out again as it was sent, or not at all. */
function expectSameOrNone(log: TestLog, { sent }: Out): void {
  const again = makeCopyAgain(log, logIdOf(sent.briefing))
  if (again.ok) expect(again.value.briefing.head).toBe(sent.briefing.head)
  else expect(again.error.code).toBe('handoff.not-a-copy')
}

describe.each([2, 3])('[S4] copies sent from any of %d machines of one editor', count => {
  it('are merged on all of them, before and after their logs are joined, and nothing is lost', () => {
    fc.assert(
      fc.property(distinctDocuments, events, fc.nat(), (doc, happens, seed) => {
        const random = numbersFrom(seed)
        const world = new World(startLog(doc), count)
        for (const { kind, machine, other, showsAll, rights, doings } of happens) {
          const [one, second] = [machine % count, other % count]
          if (kind === 'work') world.work(one, doings)
          else if (kind === 'send') world.send(one, showsAll, other, rights)
          else if (kind === 'review') world.review(other % Math.max(1, world.copies.length), doings)
          else if (kind === 'merge') world.merge(one, other % Math.max(1, world.copies.length))
          else if (one !== second) world.join(one, second)
        }
        for (const log of world.machines) for (const copy of world.copies) expectSameOrNone(log, copy)
        world.settle()
        const last = random(count)
        for (const index of world.copies.keys()) world.merge(last, index)
        world.settle()
        const end = world.log(0)
        expect(vanished(world, end)).toEqual([])
        const returns = world.copies.map(({ log }) => log)
        expect(merge(end, returns).merged.changes).toEqual([])
        for (const copy of world.copies) expectSameOrNone(end, copy)
      }),
      replayable(40),
    )
  })
})

describe('[H3] a return to logs that were joined since its copy was sent', () => {
  it('is merged as if only one machine had gone on', () => {
    const few = work(everything, 4)
    fc.assert(
      fc.property(
        distinctDocuments,
        fc.tuple(few, few, few, few),
        fc.array(few, { maxLength: 1 }),
        fc.boolean(),
        (doc, [first, other, later, bens], between, showsAll) => {
          const world = new World(startLog(doc), 3)
          world.work(0, first)
          world.work(1, other)
          for (const doings of between) {
            world.work(2, doings)
            world.join(2, 0)
            world.join(0, 2)
          }
          world.send(0, showsAll, 0)
          const [copy] = world.copies
          const parted = { master: world.log(0), copy: copy?.sent ?? world.log(0) }
          world.join(0, 1)
          world.join(2, 0)
          world.work(0, later)
          world.review(0, bens)
          const [master, theirs] = [world.log(0), world.copies[0]?.log ?? parted.copy]
          const { master: result } = merge(master, [theirs])
          const conflicts = openConflicts(result.briefing.records.handoff)
          expect(missingFrom({ parted, master, theirs, result, conflicts })).toEqual([])
          expect(merge(result, [theirs]).merged.changes).toEqual([])
          const id = result.briefing.records.handoff.merges.at(-1)?.id
          if (result.changes.length === master.changes.length || id === undefined) return
          const undone = expectOk(undoMerge(result, id, { author: ada, time: at(58) }))
          // Two marks of one kind that were taken off and put back can have changed places.
          expect(undone.briefing.doc.toString()).toBe(master.briefing.doc.toString())
          const again = merge(appended(result, [undone.change]), [theirs]).master
          expect(again.briefing.doc.toString()).toBe(result.briefing.doc.toString())
        },
      ),
      replayable(60),
    )
  })
})
