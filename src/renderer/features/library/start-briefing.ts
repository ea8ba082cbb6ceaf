import { emptyDetails } from '../../../core/briefing/details.ts'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Template } from '../../../core/briefing/templates.ts'
import { createBriefing } from '../../store/library.ts'
import { notify } from '../../ui/notify.ts'

/** Makes a briefing from a template; null where that failed, which the user was told. */
export async function startBriefing(template: Template): Promise<LogId | null> {
  const created = await createBriefing({ doc: template.create(), details: emptyDetails })
  if (created.ok) return created.value
  notify({ kind: 'error', message: 'The briefing could not be made.', failure: created.error })
  return null
}
