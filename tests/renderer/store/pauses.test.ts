import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPauses } from '../../../src/renderer/store/pauses.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('it runs after a pause', () => {
  const run = vi.fn()
  const { touch } = createPauses({ pause: 300, latest: 500 }, run)
  touch()
  vi.advanceTimersByTime(299)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledOnce()
})

test('it runs at the latest 500 ms after the first touch, however often it is touched', () => {
  const ran: number[] = []
  const started = Date.now()
  const { touch } = createPauses({ pause: 300, latest: 500 }, () => ran.push(Date.now() - started))
  for (let time = 0; time < 2000; time += 20) {
    touch()
    vi.advanceTimersByTime(20)
  }
  expect(ran).toEqual([500, 1000, 1500, 2000])
})

test('what is cancelled does not run', () => {
  const run = vi.fn()
  const { touch, cancel } = createPauses({ pause: 300, latest: 500 }, run)
  touch()
  cancel()
  vi.advanceTimersByTime(1000)
  expect(run).not.toHaveBeenCalled()
})
