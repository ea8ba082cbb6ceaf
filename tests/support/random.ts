/** Whole numbers below a limit, the same ones for the same seed (a linear congruential generator). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed % 2_147_483_648
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
