import type { Node } from 'prosemirror-model'
import { firstId } from '../history/branch.ts'
import type { Change } from '../history/change.ts'
import { wordsBetween } from '../history/conflict.ts'
import type { BranchStep } from '../history/rebased.ts'
import type { Known } from './known.ts'
import { broughtBy, putInBy } from './puts-in.ts'

/** Whether a change was looked at here; `other` claims to be one that was, and is not. */
type State = 'new' | 'known' | 'other'

/**
 * Tells what of a return was looked at here. A change from where it was made is known by its hash. One that says
 * which other it carries, as it does in a copy in which returns were merged, and one that another carried here,
 * is known only where it brings nothing else than what came of that one: anybody can write a name. What the copy
 * itself took out again it does not bring: those words need neither have come nor be held.
 */
export function statesIn(
  known: Known,
  shown: Node,
): (change: Change, lasting: () => readonly BranchStep[]) => State {
  const { integrated, own } = known
  let byId: Map<string, Change[]> | null = null
  let standing: string | null = null
  const isIn = (change: Change, words: string) => {
    byId ??= byFirstId(known.changes)
    if (byId.get(firstId(change))?.some(one => putInBy(one).includes(words))) return true
    if (known.held.some(content => content.includes(words))) return true
    standing ??= wordsBetween(shown, 0, shown.content.size)
    return standing.includes(words)
  }
  return (change, lasting) => {
    const id = firstId(change)
    if (!integrated.has(id) && !own.has(id)) return 'new'
    const hash = integrated.get(id) ?? own.get(id)
    if (change.carries === undefined && hash != null) return hash === change.hash ? 'known' : 'other'
    return broughtBy(change, lasting()).every(words => isIn(change, words)) ? 'known' : 'other'
  }
}

function byFirstId(changes: readonly Change[]): Map<string, Change[]> {
  const found = new Map<string, Change[]>()
  for (const change of changes) {
    const same = found.get(firstId(change))
    if (same === undefined) found.set(firstId(change), [change])
    else same.push(change)
  }
  return found
}
