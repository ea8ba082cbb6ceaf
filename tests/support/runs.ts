/**
 * How often a property is tried and with which seed. GALLEY_RUNS=10000 is the long run, with a new seed each
 * time; a failure names its seed and path, and GALLEY_SEED (with GALLEY_PATH) plays it again.
 * @param usual how often where nothing is asked for; in a long run as many times fewer than `of`
 */
export function replayable(
  usual: number,
  of = 120,
): { readonly numRuns: number; readonly seed?: number; readonly path?: string } {
  const { GALLEY_RUNS: runs, GALLEY_SEED: seed, GALLEY_PATH: path } = process.env
  const numRuns = runs === undefined ? usual : Math.ceil((Number(runs) * usual) / of)
  return {
    numRuns,
    ...(seed !== undefined ? { seed: Number(seed) } : runs === undefined ? { seed: 20_260_318 } : {}),
    ...(path === undefined ? {} : { path }),
  }
}
