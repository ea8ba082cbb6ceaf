import type { Result } from '../core/result.ts'

/** One command of `galley`. */
export interface Command {
  /** What `galley NAME --help` prints. */
  readonly help: string
  /** Does it; `args` is what stands behind the command's name. */
  readonly run: (args: readonly string[]) => Promise<Result<void>>
}
