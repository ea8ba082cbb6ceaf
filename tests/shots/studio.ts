import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright'
import { expect, vi } from 'vitest'
import { type Galley, launchGalley } from '../support/electron.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export const sizes: readonly Size[] = [
  { width: 1440, height: 900 },
  { width: 1024, height: 720 },
]

/** A window to take pictures of. */
export interface Studio {
  readonly page: Page
  readonly galley: Galley
  /** Writes `out/shots/<width>x<height>-<theme>/<part>-<number> <name>.png`, in both themes. */
  readonly shot: (name: string) => Promise<void>
}

const folder = resolve(import.meta.dirname, '../../out/shots')

/** Starts Galley in a window of a given inner size, without motion, on a profile of its own or on one that is there. */
export async function openStudio(size: Size, part: string, profile?: string): Promise<Studio> {
  const galley = await launchGalley(profile === undefined ? {} : { profile })
  const { app, page } = galley
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  await vi.waitFor(async () => {
    expect(await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))).toEqual(size)
  })
  let number = 0
  return {
    page,
    galley,
    shot: async name => {
      number += 1
      await page.evaluate(() => document.fonts.ready)
      for (const theme of ['light', 'dark'] as const) {
        const place = join(folder, `${size.width}x${size.height}-${theme}`)
        await mkdir(place, { recursive: true })
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' })
        await page.screenshot({
          path: join(place, `${part}-${String(number).padStart(2, '0')} ${name}.png`),
          animations: 'disabled',
          caret: 'hide',
        })
      }
    },
  }
}
