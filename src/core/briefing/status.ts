/** R4: the stages of a briefing. */
export const statuses = [
  'Draft',
  'In review',
  'Changes requested',
  'Approved',
  'Published',
  'Withdrawn',
] as const

export type Status = (typeof statuses)[number]
