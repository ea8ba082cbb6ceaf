import type { Editor } from '@tiptap/core'
import { closeHistory } from 'prosemirror-history'
import { type DetailName, detailNames } from '../../../core/briefing/details.ts'
import type { Version } from '../../../core/briefing/records.ts'
import { asItIs } from '../../editor/review/review-state.ts'
import { isWithinRights } from '../../editor/review/tracking.ts'
import type { Restoration } from '../../store/restoration.ts'
import type { Session } from '../../store/session.ts'
import { notify } from '../../ui/notify.ts'

interface Place {
  readonly session: Session
  readonly editor: Editor
}

/**
 * Makes the briefing read as it did (R5): the text in one step of undo, details beside it. What came after is
 * kept as a version. Tells the user what was done, and offers to take it back.
 */
export async function restoreVersion(
  place: Place,
  version: Pick<Version, 'head' | 'name'>,
): Promise<boolean> {
  const { session } = place
  const before = session.state.getState().briefing.head
  const restored = await bringBack(place, version.head)
  if (restored === null) return false
  const name = version.name === null ? 'The version' : `“${version.name}”`
  if (restored === 'same') {
    notify({ kind: 'info', message: `${name} reads as the text does now: nothing changed.` })
    return true
  }
  notify({
    kind: 'done',
    message: `${name} was restored. What came after it is still among the versions.`,
    action: { label: 'Undo', run: () => void bringBack(place, before) },
  })
  return true
}

/** Null where it failed, which the user was told. */
async function bringBack({ session, editor }: Place, head: Version['head']): Promise<'done' | 'same' | null> {
  const wanted = await session.restore(head)
  if (!wanted.ok) {
    notify({ kind: 'error', message: 'The version was not restored.', failure: wanted.error })
    return null
  }
  const refusal = carryOut(editor, wanted.value.steps)
  if (refusal !== null) {
    notify({ kind: 'warning', message: refusals[refusal] })
    return null
  }
  const { details, steps } = wanted.value
  for (const name of detailNames) {
    const value = details[name]
    if (value !== undefined) session.setDetail<DetailName>(name, value)
  }
  return steps.length === 0 && Object.keys(details).length === 0 ? 'same' : 'done'
}

const refusals = {
  changed: 'The text changed meanwhile. Nothing was restored: try again.',
  rights: 'Restoring it would change more than this copy allows. Nothing was restored.',
} as const

/** Applies all steps as one transaction; else why not, and nothing is changed. */
function carryOut(editor: Editor, steps: Restoration['steps']): keyof typeof refusals | null {
  const { view } = editor
  const { tr } = view.state
  for (const step of steps) if (tr.maybeStep(step).failed !== null) return 'changed'
  if (!isWithinRights(view.state, tr)) return 'rights'
  if (tr.docChanged) view.dispatch(asItIs(closeHistory(tr)))
  return null
}
