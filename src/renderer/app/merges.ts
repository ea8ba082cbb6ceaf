import { titleOf } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import { ok, type Result } from '../../core/result.ts'
import { type MergePlan, putBack, takeMergeBack, type Undone } from '../store/merging.ts'
import type { Session } from '../store/session.ts'
import { settings, updateSettings } from '../store/settings.ts'
import { notify } from '../ui/notify.ts'
import { reviewFiles } from './files.ts'
import { goBack, leaveDesk, navigation, openDesk, type Screen, sessionOnDesk, show } from './navigation.ts'

type MergeScreen = Screen & { readonly kind: 'merge' }

/**
 * Returns were merged, but not into `left`: shows the briefing, or says where there are several, and offers to take
 * it back.
 */
export async function afterMerge(
  plans: readonly MergePlan[],
  left: readonly MergePlan[],
  screen: MergeScreen,
): Promise<void> {
  const [first, ...more] = plans
  if (first === undefined) return
  if (more.length === 0) await bringReviewForward()
  await goOn(more.length === 0 ? first.id : null, screen)
  const merged =
    more.length === 0 ? mergedWords(first) : `Returns were merged into ${plans.length} briefings.`
  notify({
    kind: 'done',
    message: left.length === 0 ? merged : `${merged} Cancelled before ${titles(left)}.`,
    action: { label: 'Undo', run: () => void undoPlans(plans) },
  })
}

function mergedWords({ briefing, report: { openConflicts } }: MergePlan): string {
  const merged = `Merged into “${titleOf(briefing.doc)}”.`
  if (openConflicts === 0) return merged
  return openConflicts === 1
    ? `${merged} One conflict is at the top of Review.`
    : `${merged} ${openConflicts} conflicts are at the top of Review.`
}

/** What was merged is in the Review panel: it stands beside the page when the briefing is shown. */
async function bringReviewForward(): Promise<void> {
  const { panels } = settings()
  const side = panels.side === undefined ? {} : { side: { ...panels.side, open: true } }
  await updateSettings({ side: 'review', panels: { ...panels, ...side } })
}

/** Something of the report was opened as a briefing; the report goes. */
export async function openFromMerge(id: LogId, screen: MergeScreen): Promise<void> {
  await goOn(id, screen)
}

/** Leaves the report; nothing of it was applied. */
export async function leaveMerge({ back, texts }: MergeScreen): Promise<void> {
  if (back.kind === 'import' || texts.length === 0) await goBack(back)
  if (texts.length > 0) reviewFiles(texts)
}

/** To a briefing, unless files are waiting to be imported. */
async function goOn(id: LogId | null, { back, texts }: MergeScreen): Promise<void> {
  if (back.kind === 'import') show(back)
  if (texts.length > 0) reviewFiles(texts)
  if (back.kind === 'import' || texts.length > 0) return
  show({ kind: 'library' })
  if (id !== null) await openDesk(id)
}

/** Takes a merge of the briefing on the desk back (H4), however long ago it was. */
export async function undoMergeOnDesk(session: Session, merge: string): Promise<void> {
  await undo([session.id], () => takeMergeBack(session.id, merge))
}

async function undoPlans(plans: readonly MergePlan[]): Promise<void> {
  await undo(
    plans.map(({ id }) => id),
    async () => {
      const left: string[] = []
      for (const plan of plans) {
        const undone = await undoPlan(plan)
        if (!undone.ok) return undone
        left.push(...undone.value.left)
      }
      return ok({ left })
    },
  )
}

async function undoPlan(plan: MergePlan): Promise<Result<Undone>> {
  const merge = plan.briefing.records.handoff.merges.at(-1)
  const { merges } = plan.before.briefing.records.handoff
  if (plan.copies === null && merge !== undefined && merges.every(({ id }) => id !== merge.id)) {
    return await takeMergeBack(plan.id, merge.id)
  }
  return await putBack(plan)
}

/** Undoes merges of some briefings; one that is on the desk is closed for it and opened again, where it was. */
async function undo(ids: readonly LogId[], work: () => Promise<Result<Undone>>): Promise<void> {
  const open = sessionOnDesk()
  const onDesk = open !== null && ids.includes(open.id) ? open.id : null
  const top = pageScroller()?.scrollTop ?? 0
  if (onDesk !== null) {
    if (!(await leaveDesk())) return
    show({ kind: 'working', words: 'Undoing the merge…', part: null, onCancel: null })
  }
  const undone = await work()
  if (onDesk !== null) {
    if (navigation.getState().screen.kind === 'working') await openDesk(onDesk)
    requestAnimationFrame(() => pageScroller()?.scrollTo({ top }))
  }
  if (!undone.ok) {
    notify({ kind: 'error', message: 'The merge was not undone.', failure: undone.error })
    return
  }
  const left = undone.value.left.map(words => words.trim()).filter(words => words !== '')
  if (undone.value.left.length === 0) notify({ kind: 'done', message: 'The merge was undone.' })
  else {
    const words = left.length === 0 ? '' : `: ${listed(left)}`
    notify({
      kind: 'warning',
      message: `The merge was undone, except for what was changed or built on since${words}.`,
    })
  }
}

function titles(plans: readonly MergePlan[]): string {
  return listed(plans.map(({ briefing }) => titleOf(briefing.doc)))
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, 3).map(shortened).join(', ')}${words.length > 3 ? ' …' : ''}`
}

function shortened(words: string): string {
  return `“${words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words}”`
}

function pageScroller(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-page-scroller]')
}
