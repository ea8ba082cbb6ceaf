import type { Handoff } from '../briefing/handoff.ts'

/** That a copy came back and was merged. */
export interface Answer {
  /** Who had it last: the reviewer it was made for, or somebody it was passed on to. Author's id. */
  readonly reviewer: string
  /** When it was merged. */
  readonly time: string
}

/** Everybody who answered a copy that went out, the last answer of each, in the order of the merges that stand. */
export function answersTo({ merges }: Pick<Handoff, 'merges'>, copy: string): Answer[] {
  const answers = new Map<string, Answer>()
  for (const { undone, answers: brought, time } of merges) {
    if (undone) continue
    for (const { copy: answered, reviewer } of brought) {
      if (answered !== copy) continue
      answers.delete(reviewer)
      answers.set(reviewer, { reviewer, time })
    }
  }
  return [...answers.values()]
}
