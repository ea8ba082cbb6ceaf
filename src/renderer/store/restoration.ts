import type { Step } from '@tiptap/pm/transform'
import type { Briefing } from '../../core/briefing/briefing.ts'
import { type Details, detailNames } from '../../core/briefing/details.ts'
import { isSameJson } from '../../core/canonical.ts'
import { restoreSteps } from '../../core/history/restore.ts'

/** What differs between a briefing and an earlier version of it. */
export interface Restoration {
  /** From the text as it is to the text as it was. */
  readonly steps: readonly Step[]
  /** The details that were different. */
  readonly details: Partial<Details>
}

/** What makes a briefing read as it did (R5). */
export function restorationOf(now: Briefing, then: Briefing): Restoration {
  return {
    steps: restoreSteps(now.doc, then.doc, new Set(now.records.threads.keys())),
    details: Object.fromEntries(
      detailNames
        .filter(name => !isSameJson(now.details[name], then.details[name]))
        .map(name => [name, then.details[name]]),
    ),
  }
}
