import type { BrowserWindow } from 'electron'

/** How long the page has to make everything safe, in milliseconds. The journal has it by then in any case. */
const patience = 3000

/** What holding a window back needs of it. */
export type Closable = Pick<BrowserWindow, 'destroy'> & {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
}

/**
 * Lets a window close only after its page said that what was typed is safe, or did not answer in time.
 * Closing never asks.
 * @param askToFlush asks the page; false where there is no page that could answer
 */
export function holdUntilFlushed(window: Closable, askToFlush: () => boolean): { flushed: () => void } {
  let state: 'open' | 'asked' | 'closing' = 'open'
  let timer: NodeJS.Timeout | undefined
  const close = () => {
    if (state !== 'asked') return
    state = 'closing'
    clearTimeout(timer)
    window.destroy()
  }
  window.on('close', event => {
    if (state === 'closing') return
    if (state === 'open') {
      if (!askToFlush()) return
      state = 'asked'
      timer = setTimeout(close, patience)
    }
    event.preventDefault()
  })
  return { flushed: close }
}
