import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { findRuntime } from '../../scripts/runtime/find.mjs'
import { killGroup } from './process-group.ts'

export interface Launch {
  /** The profile folder; a new one, removed on closing, when none is given. */
  readonly profile?: string
  /** What else the app is started with, e.g. a file to open. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface Galley {
  readonly app: ElectronApplication
  /** The first window, ready for the user. */
  readonly page: Page
  readonly profile: string
  /** Ends the app and all its processes at once, as a power cut would (SIGKILL); the profile stays. */
  readonly kill: () => Promise<void>
  /** Closes the app as the user would, and removes the profile if it was made here. */
  readonly close: () => Promise<void>
}

/** Waits until the page has said that it can be used, which the app does itself: nothing here guesses. */
export async function untilReady(page: Page): Promise<void> {
  // Not waitForFunction: it evaluates strings in the page, which the content security policy refuses.
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: 30_000 })
}

/** Starts the built app on a profile of its own and waits until its first window is ready. */
export async function launchGalley(launch: Launch = {}): Promise<Galley> {
  const runtime = await findRuntime()
  const profile = launch.profile ?? (await mkdtemp(join(tmpdir(), 'galley-profile-')))
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.args, `--user-data-dir=${profile}`, ...(launch.args ?? [])],
    env: { ...withoutUndefined(process.env), ...launch.env },
  })
  const electron = app.process()
  const tidy = async () => {
    await killGroup(electron)
    if (!launch.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const page = await app.firstWindow()
    await untilReady(page)
    return {
      app,
      page,
      profile,
      kill: () => killGroup(electron),
      close: async () => {
        await app.close()
        await tidy()
      },
    }
  } catch (error) {
    await app.close()
    await tidy()
    throw error
  }
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
