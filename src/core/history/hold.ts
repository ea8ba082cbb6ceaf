import type { Briefing } from '../briefing/briefing.ts'
import type { HeldConflict } from '../briefing/handoff.ts'
import { firstId } from './branch.ts'
import type { Change, Operation } from './change.ts'
import { derivedId } from './derived-id.ts'

/** Keeps what of a change is not there as it was meant; `isGoneOn` where it goes on with what was said last. */
export type Hold = (
  conflict: Pick<HeldConflict, 'kind' | 'wanted' | 'content'>,
  where: HeldConflict['where'],
  proposal?: HeldConflict['proposal'],
  isGoneOn?: boolean,
) => void

/** A conflict before it has its id, and the change it is of. */
export type Noted = Omit<HeldConflict, 'id'> & { readonly of: string }

/** Keeps a change's conflicts, each once. */
export function holder(change: Change, noted: Noted[]): Hold {
  const { author, time } = change
  const first = noted.length
  return ({ kind, wanted, content }, where, proposal = null, isGoneOn = false) => {
    const last = noted.at(-1)
    if (isGoneOn && noted.length > first && last?.kind === 'lost' && last.wanted === wanted) {
      // Words typed on: one wish.
      noted[noted.length - 1] = { ...last, content: last.content + content }
      return
    }
    const isSaid = noted.slice(first).some(other => other.wanted === wanted && other.content === content)
    if (isSaid) return
    noted.push({ of: firstId(change), author, time, kind, wanted, content, where, proposal, settled: null })
  }
}

/** Conflicts with ids that follow from what they say: the same conflict is the same on every machine. */
export function identified(noted: readonly Noted[]): HeldConflict[] {
  return noted.map(({ of, ...conflict }) => {
    const { kind, wanted, content } = conflict
    return { ...conflict, id: derivedId(['conflict', of, kind, wanted, content]) }
  })
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
    return [{ ...first, content: group.map(({ content }) => content).join('\n') }]
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
