import type { Change } from '../history/change.ts'

type Handed = Extract<Change['operations'][number], { type: 'copy' | 'invite' | 'merge' | 'merge.undo' }>

export type OperationOf<T extends Handed['type']> = Extract<Handed, { type: T }>

/** The operation of a kind of hand-off in a change; null where it has none. */
export function operationOf<T extends Handed['type']>(
  change: Change,
  type: T,
): Extract<Handed, { type: T }> | null {
  const found = change.operations.find(operation => operation.type === type)
  return (found as Extract<Handed, { type: T }> | undefined) ?? null
}
