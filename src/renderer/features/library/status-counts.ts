import { type Status, statuses } from '../../../core/briefing/records.ts'
import type { Card } from '../../store/card.ts'

export interface StatusCount {
  readonly status: Status
  readonly count: number
}

/** How many briefings are at each stage, in the order of the stages; those that no briefing is at are left out. */
export function statusCounts(cards: readonly Pick<Card, 'status'>[]): StatusCount[] {
  return statuses
    .map(status => ({ status, count: cards.filter(card => card.status === status).length }))
    .filter(({ count }) => count > 0)
}
