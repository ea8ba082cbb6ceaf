import type { Salvaged } from '../../../core/handoff/salvage.ts'

/** How much of a damaged file can still be read. */
export const restWords: Readonly<Record<Salvaged['what'], string>> = {
  all: 'Its text and all that stands beside it can still be read.',
  text: 'Its text can still be read; of comments and approvals, what was there earlier, if anything.',
  earlier: 'Its text as it was before some of the last changes can still be read.',
}
