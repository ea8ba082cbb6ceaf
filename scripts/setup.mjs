import { ensureBuilt } from './built.mjs'
import { ensureSystem, libraries, virtualDisplay } from './debian.mjs'
import { hasDisplay } from './display.mjs'
import { ensurePackages } from './packages.mjs'
import { findRuntime } from './runtime/find.mjs'
import { SetupFailure } from './say.mjs'

/** The oldest Node that runs these scripts and the tools they start. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupFailure(`Galley is built with Node 20.19 or newer; this is ${process.versions.node}.`)
  }
}

/**
 * Brings a checkout from whatever state it is in to one in which the app can be started.
 * @param {import('./debian.mjs').Need[]} [more] what else the system must have
 * @returns {Promise<import('./runtime/find.mjs').Runtime>}
 */
export async function setUp(more = []) {
  checkNode()
  await ensureSystem([...libraries, ...(hasDisplay() ? [] : [virtualDisplay]), ...more])
  await ensurePackages()
  const runtime = await findRuntime()
  await ensureBuilt()
  return runtime
}
