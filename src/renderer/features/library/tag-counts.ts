import type { Card } from '../../store/card.ts'

export interface TagCount {
  readonly tag: string
  readonly count: number
}

/** How many briefings carry each tag, in the order of the alphabet. */
export function tagCounts(cards: readonly Pick<Card, 'tags'>[]): TagCount[] {
  const counts = new Map<string, number>()
  for (const { tags } of cards) {
    for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => a.tag.localeCompare(b.tag, 'en-GB'))
}
