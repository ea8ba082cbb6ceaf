/**
 * The closed list of what can go wrong in expected ways. A code is stable: it is shown to the user
 * to quote, decides the command line's exit status, and crosses processes unchanged.
 */
export const errorCodes = [
  // A file as it was handed to us
  'file.not-found',
  'file.unreadable',
  'file.empty',
  'file.too-large',
  'file.binary',
  'file.encoding',
  'file.unknown-type',
  // Writing a file
  'file.unwritable',
  'file.disk-full',
  // A .briefing file
  'briefing.not-zip',
  'briefing.truncated',
  'briefing.limit',
  'briefing.entry-name',
  'briefing.missing-entry',
  'briefing.checksum',
  'briefing.too-new',
  'briefing.invalid',
  // Hand-off
  'handoff.not-a-copy',
  'handoff.not-a-return',
  'handoff.other-briefing',
  'handoff.unknown-base',
  'handoff.unknown-merge',
  // History and storage
  'history.invalid',
  'history.broken',
  'journal.missing',
  'journal.damaged',
  'journal.out-of-step',
  'store.failed',
  'store.too-new',
  // The app's edges
  'input.invalid',
  'usage',
  'export.failed',
  'print.failed',
  'spelling.failed',
  'refused',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** An expected failure: what happened, to which file and entry, in plain words. */
export interface Failure {
  readonly code: ErrorCode
  /** One sentence for the user, without the file's name or the code. */
  readonly message: string
  /** The file's name as the user knows it. */
  readonly file?: string
  /** The entry inside the file (a ZIP entry, a line, a field). */
  readonly entry?: string
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** A failed Result. `where` names the file and the entry it happened in, as far as they are known. */
export function fail(
  code: ErrorCode,
  message: string,
  where: { file?: string | undefined; entry?: string | undefined } = {},
): { readonly ok: false; readonly error: Failure } {
  return {
    ok: false,
    error: {
      code,
      message,
      ...(where.file === undefined ? {} : { file: where.file }),
      ...(where.entry === undefined ? {} : { entry: where.entry }),
    },
  }
}

/** The failure on one line: `file, entry: reason (code)`. */
export function describeFailure(error: Failure): string {
  const where = [error.file, error.entry].filter(part => part !== undefined).join(', ')
  return `${where === '' ? '' : `${where}: `}${error.message} (${error.code})`
}
