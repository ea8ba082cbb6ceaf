import type { Author } from '../../core/briefing/author.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import { settings, signature } from './settings.ts'

/**
 * Who signs what is written here in a briefing. In a review copy that is the reviewer it was made for, on
 * whatever machine it is opened, by the name given here where one is; unless it is whoever sent it who looks
 * at it, or somebody who said that they are not that reviewer.
 */
export function signerOf({ records }: Pick<Briefing, 'records'>): Author {
  const own = signature()
  const { copy } = records.handoff
  if (copy === null || copy.sender === own.id || isMyself(copy.copy)) return own
  const { name, initials, colour } = settings().author
  if (name === '') return copy.reviewer
  return { ...copy.reviewer, name, initials, colour }
}

/** Whether somebody said of a copy that they are not the reviewer it was made for. */
function isMyself(copy: string): boolean {
  return settings().asMyself?.includes(copy) === true
}
