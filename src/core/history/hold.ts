import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import type { Briefing } from '../briefing/briefing.ts'
import type { Formatting } from '../briefing/formatting.ts'
import type { HeldConflict } from '../briefing/handoff.ts'
import { firstId } from './branch.ts'
import type { Change, Operation } from './change.ts'
import { type Conflict, formattingOf, wordsBetween, wordsOf } from './conflict.ts'
import { derivedId } from './derived-id.ts'

/** What was wanted, and the words concerned. */
type Wish = Pick<HeldConflict, 'kind' | 'wanted' | 'content' | 'formatting'>

/** Keeps what of a change is not there as it was meant: its author's, unless it says whose and from when. */
export type Hold = (
  conflict: Wish,
  where: HeldConflict['where'],
  proposal?: HeldConflict['proposal'],
  by?: Pick<HeldConflict, 'author' | 'time'>,
) => void

/** A conflict before it has its id, and the change it is of. */
type Noted = Omit<HeldConflict, 'id' | 'content' | 'formatting'> & {
  readonly of: string
  content: string
  formatting?: readonly Formatting[] | undefined
}

/** Words that somebody types, one change after another, and the conflict that holds them. */
interface Run {
  /** Where in the branch's text they end. */
  readonly at: number
  readonly conflict: Noted
}

/**
 * What of a branch is not there as it was meant. Each conflict of a change is kept once. Words that are typed on
 * are one wish, over however many changes, and so is one conflict; what Backspace takes back of them goes.
 */
export class Notes {
  readonly #noted: Noted[] = []
  /** How many were noted before the change that is carried now. */
  #earlier = 0
  #run: Run | null = null
  /** Words that were not put in, and that their author took back. */
  readonly #withdrawn = new Set<Noted>()

  /** Goes on to a change, whose conflicts are kept then. */
  holder(change: Change): Hold {
    this.#earlier = this.#noted.length
    return (conflict, where, proposal = null, by = change) =>
      void this.#note(change, conflict, where, proposal, by)
  }

  /**
   * Keeps what came of a step of that change.
   * @param before the branch's text before it
   * @param where the words around its place; asked for only where they are needed
   */
  step(
    change: Change,
    step: Step,
    before: Node,
    conflict: Conflict | null,
    where: () => HeldConflict['where'],
  ): void {
    if (this.#goesOn(change, step, before, conflict)) return
    const noted = conflict === null ? null : this.#note(change, conflict, where(), null)
    if (step instanceof ReplaceStep) {
      const isTyped = noted !== null && noted.content !== '' && wordsOf(step.slice).endsWith(noted.content)
      this.#run = isTyped ? { at: step.from + step.slice.size, conflict: noted } : null
    } else if (step instanceof ReplaceAroundStep) this.#run = null
  }

  /** What is taken out behind words that are held, and put back again, takes none of them back. */
  endRun(): void {
    this.#run = null
  }

  /** All that was kept, with ids that follow from what it says: the same conflict is the same on every machine. */
  conflicts(): HeldConflict[] {
    return this.#noted
      .filter(noted => !this.#withdrawn.has(noted))
      .map(({ of, formatting = [], ...conflict }) => {
        const { kind, wanted, content } = conflict
        const id = derivedId(['conflict', of, kind, wanted, content])
        return { ...conflict, ...(formatting.length > 0 && { formatting }), id }
      })
  }

  #goesOn({ author }: Change, step: Step, before: Node, conflict: Conflict | null): boolean {
    if (this.#run === null || !(step instanceof ReplaceStep)) return false
    const { at, conflict: held } = this.#run
    const { from, to, slice } = step
    if (held.author !== author) return false
    if (
      from === to &&
      from === at &&
      (conflict === null ? held.kind === 'overlap' : isAlike(conflict, held))
    ) {
      // What is not words ends a block.
      if (held.kind === 'lost') held.formatting = withMore(held, formattingOf(slice))
      held.content += wordsOf(slice) || '\n'
      this.#run = { at: from + slice.size, conflict: held }
      return true
    }
    const taken = slice.size === 0 && to === at && conflict === null ? wordsBetween(before, from, to) : ''
    if (taken === '' || !held.content.endsWith(taken)) return false
    if (taken === held.content) {
      if (held.kind === 'lost') this.#withdrawn.add(held)
      return false
    }
    held.content = held.content.slice(0, -taken.length)
    held.formatting = within(held)
    this.#run = { at: from, conflict: held }
    return true
  }

  #note(
    change: Change,
    { kind, wanted, content, formatting }: Wish,
    where: HeldConflict['where'],
    proposal: HeldConflict['proposal'],
    { author, time }: Pick<HeldConflict, 'author' | 'time'> = change,
  ): Noted | null {
    const isSame = (other: Noted) =>
      other.wanted === wanted && other.content === content && other.author === author
    if (this.#noted.slice(this.#earlier).some(isSame)) return null
    const of = firstId(change)
    const noted = { of, author, time, kind, wanted, content, formatting, where, proposal, settled: null }
    this.#noted.push(noted)
    return noted
  }
}

/** The formatting of words with that of others that go on from them. */
function withMore({ content, formatting = [] }: Noted, more: readonly Formatting[]): Noted['formatting'] {
  return [...formatting, ...moved(more, content.length)]
}

function moved(formatting: readonly Formatting[], by: number): Formatting[] {
  return formatting.map(one => ({ ...one, from: one.from + by, to: one.to + by }))
}

/** The formatting that is left of words that became fewer. */
function within({ content, formatting }: Noted): Noted['formatting'] {
  return formatting
    ?.filter(({ from }) => from < content.length)
    .map(one => ({ ...one, to: Math.min(one.to, content.length) }))
}

function isAlike(conflict: Conflict, held: Noted): boolean {
  return conflict.kind === held.kind && conflict.wanted === held.wanted
}

/** More conflicts than anybody reads one by one: those of a kind by one author become one, with all their words. */
const mostHeld = 1000

/** What a briefing has to hold of some conflicts: those that it does not hold already, and not too many. */
export function toHold(conflicts: readonly HeldConflict[], { records }: Briefing): HeldConflict[] {
  const held = new Set(records.handoff.conflicts.map(({ id }) => id))
  return gathered(conflicts).filter(({ id }) => !held.has(id))
}

function gathered(conflicts: readonly HeldConflict[]): readonly HeldConflict[] {
  if (conflicts.length <= mostHeld) return conflicts
  const groups = new Map<string, HeldConflict[]>()
  for (const conflict of conflicts) {
    const key =
      conflict.proposal === null ? `${conflict.author} ${conflict.kind} ${conflict.wanted}` : conflict.id
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [conflict])
    else group.push(conflict)
  }
  return [...groups.values()].flatMap(group => {
    const first = group[0]
    if (first === undefined) return []
    const formatting: Formatting[] = []
    let by = 0
    for (const one of group) {
      formatting.push(...moved(one.formatting ?? [], by))
      by += one.content.length + 1
    }
    const content = group.map(one => one.content).join('\n')
    return [{ ...first, content, ...(formatting.length > 0 && { formatting }) }]
  })
}

/** The operations that hold conflicts. */
export function holding(conflicts: readonly HeldConflict[]): Operation[] {
  return conflicts.map(({ id, settled: _, ...conflict }) => ({
    type: 'conflict.add',
    conflict: id,
    ...conflict,
  }))
}
