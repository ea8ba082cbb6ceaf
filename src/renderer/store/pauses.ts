/** Runs something when things have gone quiet. */
export interface Pauses {
  /** Something happened: run after the pause, and at the latest when the first touch is `latest` old. */
  readonly touch: () => void
  readonly cancel: () => void
}

/**
 * Times in milliseconds. `latest` holds while touches never pause; without it only a pause counts.
 */
export function createPauses(times: { pause: number; latest?: number }, run: () => void): Pauses {
  let pausing: ReturnType<typeof setTimeout> | undefined
  let ending: ReturnType<typeof setTimeout> | undefined
  const cancel = () => {
    clearTimeout(pausing)
    clearTimeout(ending)
    pausing = undefined
    ending = undefined
  }
  const finish = () => {
    cancel()
    run()
  }
  return {
    touch: () => {
      clearTimeout(pausing)
      pausing = setTimeout(finish, times.pause)
      if (times.latest !== undefined) ending ??= setTimeout(finish, times.latest)
    },
    cancel,
  }
}
