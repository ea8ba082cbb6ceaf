/**
 * Runs an action at most once every `interval` milliseconds for however many ask: at once for the first, then
 * together for all who asked meanwhile. Each who asks is answered by a run that began after they asked.
 */
export function coalesce(run: () => Promise<void>, interval: number): () => Promise<void> {
  let waiting: { done: () => void; failed: (reason: unknown) => void }[] = []
  let isPlanned = false
  let last = Number.NEGATIVE_INFINITY

  const serve = async () => {
    isPlanned = false
    const served = waiting
    waiting = []
    last = performance.now()
    try {
      await run()
      for (const { done } of served) done()
    } catch (error) {
      for (const { failed } of served) failed(error)
    }
  }
  return () =>
    new Promise((done, failed) => {
      waiting.push({ done, failed })
      if (isPlanned) return
      isPlanned = true
      setTimeout(serve, Math.max(0, last + interval - performance.now()))
    })
}
