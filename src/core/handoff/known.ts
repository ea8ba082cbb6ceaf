import { firstId } from '../history/branch.ts'
import type { Change } from '../history/change.ts'
import { operationOf } from './operation-of.ts'

/** What a log holds of other copies, and what is its own. */
export interface Known {
  /**
   * The changes of other copies that were looked at and not undone, by the id they have where they were made;
   * with the hash they have there, or null where that was not seen.
   */
  readonly integrated: Map<string, string | null>
  /** The log's own changes: their hashes by id. */
  readonly own: ReadonlyMap<string, string>
  /** The ids of changes that a merge brought in and that were undone with it. */
  readonly undone: ReadonlySet<string>
  /** The log's changes, and the words of what it holds as conflicts: for what only claims to be one of them. */
  readonly changes: Change[]
  readonly held: string[]
}

/** @param held the words of the conflicts that the log holds */
export function knownIn(changes: readonly Change[], held: readonly string[]): Known {
  const integrated = new Map<string, string | null>()
  const own = new Map<string, string>()
  const undone = new Set<string>()
  const merges = new Map<string, readonly { change: string; hash: string | null }[]>()
  let sinceMerge: Change[] = []
  const brought = new Map<string, readonly Change[]>()
  for (const change of changes) {
    if (change.carries === undefined) own.set(change.id, change.hash)
    else {
      integrated.set(firstId(change), integrated.get(firstId(change)) ?? null)
      sinceMerge.push(change)
    }
    const merge = operationOf(change, 'merge')
    if (merge !== null) {
      merges.set(merge.merge, merge.done)
      brought.set(merge.merge, sinceMerge)
      sinceMerge = []
      for (const { change: id, hash } of merge.done) integrated.set(id, hash)
    }
    const undo = operationOf(change, 'merge.undo')
    if (undo !== null) {
      for (const { change: id } of merges.get(undo.merge) ?? []) integrated.delete(id)
      const done = new Set((merges.get(undo.merge) ?? []).map(({ change: id }) => id))
      for (const one of brought.get(undo.merge) ?? []) if (done.has(firstId(one))) undone.add(one.id)
      // Taken back once: said again, it must not take back what another merge brought in since.
      merges.delete(undo.merge)
    }
  }
  return { integrated, own, undone, changes: [...changes], held: [...held] }
}
