import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Author } from '../../../src/core/briefing/author.ts'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { mergeCopies } from '../../../src/core/handoff/merge-copies.ts'
import { ada, at, ben } from '../../support/builders.ts'
import { wordsIn } from '../../support/edits.ts'
import { appended, cleo, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'
import { numbersFrom } from '../../support/random.ts'
import { replayable } from '../../support/runs.ts'
import { distinctDocuments, everything, work, worked } from '../../support/users.ts'

/** A machine, by the log it has, and the person who works on it. */
interface Machine {
  readonly log: TestLog
  readonly person: Author
}

const people = [ada, ben, cleo]

/** What a person gets who opens another copy of the log: everybody joins at a time of their own. */
function joined({ log, person }: Machine, other: TestLog): Machine {
  const minute = 10 + people.indexOf(person)
  const options = { author: person, time: at(minute), edits: 'edits' } as const
  const { changes } = expectOk(mergeCopies(log, [other], options))
  return { person, log: appended({ ...log, changes: [] }, changes) }
}

/** Joins machines two by two, in random order, until nothing changes any more. */
function settled(start: readonly Machine[], random: (below: number) => number): readonly Machine[] {
  const machines = [...start]
  const joinOne = (to: number, from: number) => {
    const [one, other] = [machines[to], machines[from]]
    if (one === undefined || other === undefined || to === from) return false
    const next = joined(one, other.log)
    machines[to] = next
    return next.log.briefing.head !== one.log.briefing.head
  }
  for (let n = random(8); n > 0; n -= 1) joinOne(random(machines.length), random(machines.length))
  for (let round = 0; ; round += 1) {
    expect(round, 'rounds until nothing changes').toBeLessThan(6)
    const pairs = machines.flatMap((_, to) => machines.map((__, from) => joinOne(to, from)))
    if (!pairs.includes(true)) return machines
  }
}

const headsOf = (machines: readonly Machine[]) => new Set(machines.map(({ log }) => log.briefing.head))
const text = ({ briefing: { doc } }: TestLog) => doc.textBetween(0, doc.content.size, '\n', '\n')

const doings = work(everything, 4)

describe.each([2, 3])('[S4] the logs of %d machines that went apart', count => {
  it('become one log, whoever joins them and in whichever order, with every word or its conflict', () => {
    fc.assert(
      fc.property(
        distinctDocuments,
        fc.array(doings, { minLength: count, maxLength: count }),
        fc.boolean(),
        fc.nat(),
        (doc, works, isOnePerson, seed) => {
          const origin = startLog(doc)
          const machines = works.map((each, index): Machine => {
            const person = people[isOnePerson ? 0 : index] ?? ada
            return { person, log: worked(origin, person, 'abc'.charAt(index), each) }
          })
          const end = settled(machines, numbersFrom(seed))
          expect(headsOf(end).size).toBe(1)
          const [result] = end
          if (result === undefined) throw new Error('No machine')
          for (const { log } of machines) {
            for (const one of [result, { ...result, person: cleo }]) {
              expect(joined(one, log).log.briefing.head).toBe(result.log.briefing.head)
            }
          }
          expect(vanished(origin, machines, result.log)).toEqual([])
        },
      ),
      replayable(120),
    )
  })

  it('become one although they go on between, and one return was merged on all of them', () => {
    fc.assert(
      fc.property(
        distinctDocuments,
        doings,
        fc.array(fc.tuple(doings, fc.boolean(), doings), { minLength: count, maxLength: count }),
        fc.nat(),
        (doc, bens, works, seed) => {
          const sent = send(startLog(doc), ben)
          const back = worked(sent.copy, ben, 'r', bens)
          const random = numbersFrom(seed)
          const apart = works.map(([each, hasMerged], index): Machine => {
            const log = worked(sent.master, ada, 'abc'.charAt(index), each)
            return { person: ada, log: hasMerged ? merge(log, [back]).master : log }
          })
          const [first, ...rest] = apart
          if (first === undefined) throw new Error('No machine')
          const between = [joined(first, rest[random(rest.length)]?.log ?? first.log), ...rest]
          const later = between.map(
            ({ log, person }, index): Machine => ({
              person,
              log: worked(log, ada, 'xyz'.charAt(index), works[index]?.[2] ?? []),
            }),
          )
          const end = settled(later, random)
          expect(headsOf(end).size).toBe(1)
          for (const { log } of [...apart, ...later]) {
            expect(headsOf(end.map(one => joined(one, log)))).toEqual(headsOf(end))
          }
        },
      ),
      replayable(60),
    )
  })
})

/** The words that one side put in, or all of them left alone, and that are neither in the text nor in a conflict. */
function vanished(origin: TestLog, machines: readonly Machine[], result: TestLog): string[] {
  const before = new Set(wordsIn(text(origin)))
  const said = openConflicts(result.briefing.records.handoff).map(({ content }) => content)
  const there = new Set(wordsIn([text(result), ...said].join('\n')))
  const sides = machines.map(({ log }) => new Set(wordsIn(text(log))))
  const put = sides.flatMap(words => [...words].filter(word => !before.has(word)))
  const kept = [...before].filter(word => sides.every(words => words.has(word)))
  return [...put, ...kept].filter(word => !there.has(word))
}
