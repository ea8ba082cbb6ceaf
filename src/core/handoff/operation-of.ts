import type { Change } from '../history/change.ts'

type Kind = 'copy' | 'invite' | 'merge' | 'merge.undo'

/** An operation of hand-off. */
export type Handed<T extends Kind> = Extract<Change['operations'][number], { type: T }>

/** The operation of a kind of hand-off in a change; null where it has none. */
export function operationOf<T extends Kind>(change: Change, type: T): Handed<T> | null {
  const found = change.operations.find(operation => operation.type === type)
  return (found as Handed<T> | undefined) ?? null
}
