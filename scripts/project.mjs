import { resolve } from 'node:path'

/** The root of this checkout. */
export const root = resolve(import.meta.dirname, '..')

/**
 * A path inside this checkout.
 * @param {...string} parts
 */
export const inProject = (...parts) => resolve(root, ...parts)
