/** Runs tasks one after the other in the order they were given; a task that fails does not stop the next. */
export type Serial = <T>(task: () => Promise<T>) => Promise<T>

export function serial(): Serial {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const run = last.then(task, task)
    last = run.catch(() => undefined)
    return run
  }
}
