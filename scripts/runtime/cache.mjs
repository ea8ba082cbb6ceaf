import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder that all checkouts of Galley on this machine share: GALLEY_CACHE when it is set, else the
 * user's cache folder.
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(env = process.env) {
  if (env.GALLEY_CACHE) return env.GALLEY_CACHE
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'galley')
}
