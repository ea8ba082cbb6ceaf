import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'

/** Numbers of one measurement, in milliseconds. */
export interface Spread {
  readonly p50: number
  readonly p95: number
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** The next numbers between 0 and 1 of a seed (mulberry32), so that every run has the same gaps. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Types into what has the focus through the DevTools protocol, with random gaps, and measures each key from
 * its event to the task after the next painted frame.
 */
export async function timeKeys(page: Page, count: number): Promise<Spread> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    window.addEventListener(
      'keydown',
      event => {
        const pressed = event.timeStamp
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - pressed)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  const client = await page.context().newCDPSession(page)
  const random = randomFrom(7)
  const letters = 'the tide turns and the quay holds '
  // The first keys warm up what is measured.
  const warm = 20
  for (let index = 0; index < count + warm; index += 1) {
    const text = letters[index % letters.length] ?? ' '
    const code = text === ' ' ? 'Space' : `Key${text.toUpperCase()}`
    await client.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text, code })
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text, code })
    await wait(20 + random() * 80)
  }
  await wait(200)
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  await client.detach()
  return spread(times.slice(warm))
}
