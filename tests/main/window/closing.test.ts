import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { holdUntilFlushed } from '../../../src/main/window/closing.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A window as far as closing goes. */
function fakeWindow(answers = true) {
  const log: string[] = []
  let listener: (event: { preventDefault(): void }) => void = () => undefined
  const window = {
    destroy: () => log.push('destroyed'),
    on: (_event: 'close', given: typeof listener) => {
      listener = given
    },
  }
  const held = holdUntilFlushed(window as never, () => {
    log.push('asked')
    return answers
  })
  const close = () => {
    let isPrevented = false
    listener({
      preventDefault: () => {
        isPrevented = true
      },
    })
    if (!isPrevented) log.push('closed')
  }
  return { log, close, held }
}

test('[S2] closes once the page has said that everything is safe, and asks it once', () => {
  const { log, close, held } = fakeWindow()
  close()
  close()
  expect(log).toEqual(['asked'])
  held.flushed()
  expect(log).toEqual(['asked', 'destroyed'])
  vi.advanceTimersByTime(10_000)
  expect(log).toEqual(['asked', 'destroyed'])
})

test('closes after three seconds when the page does not answer', () => {
  const { log, close } = fakeWindow()
  close()
  vi.advanceTimersByTime(2999)
  expect(log).toEqual(['asked'])
  vi.advanceTimersByTime(1)
  expect(log).toEqual(['asked', 'destroyed'])
})

test('closes at once when there is no page to ask', () => {
  const { log, close } = fakeWindow(false)
  close()
  expect(log).toEqual(['asked', 'closed'])
})

test('a page that says so unasked closes nothing', () => {
  const { log, held } = fakeWindow()
  held.flushed()
  expect(log).toEqual([])
})
