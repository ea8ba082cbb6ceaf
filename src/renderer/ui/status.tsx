import type { Status } from '../../core/briefing/records.ts'
import { Dot, type DotKind } from './pill.tsx'

const dots: Readonly<Record<Status, DotKind>> = {
  Draft: 'hint',
  'In review': 'blue',
  'Changes requested': 'warn',
  Approved: 'green',
  Published: 'ok',
  Withdrawn: 'hint',
}

/** The mark that goes with a status (R4). */
export function StatusDot({ status }: { readonly status: Status }) {
  return <Dot kind={dots[status]} />
}
