import { type Failure, fail } from '../../core/result.ts'
import { errorNumber } from './disk.ts'

const whyNotWritten: Readonly<Record<string, string>> = {
  EACCES: 'Galley may not write there. Choose another folder, or change its permissions.',
  EPERM: 'Galley may not write there. Choose another folder, or change its permissions.',
  EROFS: 'That disk can only be read. Choose another folder.',
  EISDIR: 'There is a folder of that name. Choose another name.',
  ENOENT: 'That folder is no longer there. Choose another one.',
  ENOTDIR: 'Part of that path is a file, not a folder. Choose another folder.',
  ENAMETOOLONG: 'That name is too long for this disk. Choose a shorter one.',
  EBUSY: 'Another program is using that file. Close it there and try again.',
}

const whyNotRead: Readonly<Record<string, string>> = {
  EACCES: 'Galley may not read it. Change its permissions and try again.',
  EPERM: 'Galley may not read it. Change its permissions and try again.',
  EISDIR: 'It is a folder, not a file.',
}

/** A system error while writing, as the user is told it. The old file, if any, is whole (writeAtomically). */
export function writeFailure(error: unknown, file?: string): { ok: false; error: Failure } {
  const number = errorNumber(error)
  if (number === 'ENOSPC' || number === 'EDQUOT') {
    return fail('file.disk-full', 'The disk is full. Nothing was written; make some room and try again.', {
      file,
    })
  }
  const reason = whyNotWritten[number ?? ''] ?? 'It could not be written; what was there is unchanged.'
  return fail('file.unwritable', reason, { file, entry: number ?? undefined })
}

/** A system error while reading, as the user is told it. */
export function readFailure(error: unknown, file?: string): { ok: false; error: Failure } {
  const number = errorNumber(error)
  if (number === 'ENOENT') return fail('file.not-found', 'There is no such file any more.', { file })
  const reason = whyNotRead[number ?? ''] ?? 'It could not be read from the disk.'
  return fail('file.unreadable', reason, { file, entry: number ?? undefined })
}
