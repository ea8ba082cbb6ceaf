import type { HeldConflict } from '../briefing/handoff.ts'
import { describeConflict, lostLinks } from './describe-conflict.ts'

/** So many characters of a conflict's words go into a comment; all stay in the conflict. */
const most = 17_000
/** So many characters a comment holds. */
const mostOfAll = 20_000

/** A conflict as a comment, which another person writes: the reviewer's name, what they wanted, what became of it. */
export function conflictComment(conflict: HeldConflict, name: string): string {
  const { did, outcome } = describeConflict(conflict)
  const words = conflict.content.trim()
  const shown = words.length > most ? `${words.slice(0, most).trimEnd()}…` : words
  const said = `${name} ${did.slice(0, 1).toLowerCase()}${did.slice(1)}`
  const quoted = shown === '' ? '' : shown.includes('\n') ? `:\n${shown}\n` : ` “${shown}”. `
  const sentence = `${said}${quoted === '' ? '. ' : quoted}${outcome}`.trim()
  return [sentence, ...lostLinks(conflict)].join('\n').slice(0, mostOfAll)
}
