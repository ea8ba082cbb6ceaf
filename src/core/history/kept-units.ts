import { isAlike, type Token } from './tokens.ts'

/** One unit in two documents: where it is, and where it is in the one that is wanted. */
export interface Pair {
  readonly at: number
  readonly wanted: number
}

/** The most units with an identity in both documents that stand in the same order in both, in that order. */
export function kept(
  tokens: readonly Token[],
  ids: readonly number[],
  wantedTokens: readonly Token[],
  wantedIds: readonly number[],
): readonly Pair[] {
  const places = new Map(ids.map((id, at) => [id, at]))
  const pairs = wantedIds.flatMap((id, wanted): Pair[] => {
    const at = places.get(id)
    const [one, other] = [tokens[at ?? -1], wantedTokens[wanted]]
    return at !== undefined && one !== undefined && other !== undefined && isAlike(one, other)
      ? [{ at, wanted }]
      : []
  })
  return longestRising(pairs)
}

/** The longest part of a list of pairs in which both places rise. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  /** The last pair of the best part of each length so far, by its index. */
  const ends: number[] = []
  const previous: number[] = []
  for (const [index, { at }] of pairs.entries()) {
    const isBehindAll = (pairs[ends.at(-1) ?? -1]?.at ?? -1) < at
    let [low, high] = [isBehindAll ? ends.length : 0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.at ?? 0) < at) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = index
  }
  const best: Pair[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) best.push(pair)
  }
  return best.reverse()
}
