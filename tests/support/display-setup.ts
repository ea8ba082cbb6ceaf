import { browser } from '../../scripts/debian.mjs'
import { hasDisplay, startDisplay } from '../../scripts/display.mjs'
import { setUp } from '../../scripts/setup.mjs'

/**
 * Runs once before the tests that open windows: the app is built from the present sources, and where there is
 * no display they get one of their own.
 */
export default async function prepare(): Promise<() => void> {
  await setUp([browser])
  if (hasDisplay()) return () => {}
  return startDisplay()
}
