import type { LogId } from '../briefing/log-id.ts'
import type { Change, Origin } from './change.ts'

/** The same as `logIdOf`, of a log that was not replayed: the last copy that it became, else the briefing. */
export function logIdIn(origin: Origin, changes: readonly Change[]): LogId {
  const copies = changes.flatMap(({ operations }) =>
    operations.flatMap(operation => (operation.type === 'copy' ? [operation.copy] : [])),
  )
  return (copies.at(-1) ?? origin.id) as string as LogId
}
