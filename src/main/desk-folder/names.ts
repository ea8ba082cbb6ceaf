import { randomInt } from 'node:crypto'
import { basename } from 'node:path'
import { safeName } from '../files/names.ts'

/** Bytes of a title in a file's name: sync engines add up to 45 of their own, and 255 is the most there is. */
const longestStem = 120

/** Without letters and figures that are taken for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A new short name for a machine, by which its files in a desk folder are told from those of others. */
export function newMachine(): string {
  return Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** The file's name for a text of this machine: `Title – machine.briefing`, from the second on with a number. */
export function deskFileName(stem: string, machine: string, number = 1): string {
  const extension = '.briefing'
  const title = safeName(stem, 'briefing', longestStem).slice(0, -extension.length)
  return `${title}${number === 1 ? '' : ` ${number}`} – ${machine}${extension}`
}

/**
 * Whether a file of this name can be something that arrived: not hidden, as half-written files of sync engines
 * are, and a briefing. What it is, only its content says.
 */
export function isBriefingName(name: string): boolean {
  return /\.briefing$/i.test(name) && !/^[.~]/.test(name)
}

/** Whether a name stays in the folder it is looked for in, on every system. */
export function isPlainName(name: string): boolean {
  return basename(name) === name && !/[\\/:\0]/.test(name)
}

/** Names that one file system or another takes for the same. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** What half-written files of a machine are called; Nextcloud, Dropbox and OneDrive leave such names alone. */
export function temporaryPrefix(machine: string): string {
  return `~galley-${machine}-`
}
