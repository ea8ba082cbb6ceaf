import { useEffect, useRef, useState } from 'react'
import { titleOf } from '../../../core/briefing/briefing.ts'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Arrivals } from '../../store/arrivals.ts'
import { restoreBriefing } from '../../store/library.ts'
import { applyMerge, type MergePlan } from '../../store/merging.ts'
import { useSettings } from '../../store/settings.ts'
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import layout from '../../ui/screen.module.css'
import { BadFiles } from './bad-files.tsx'
import { MergeGroup } from './merge-group.tsx'
import styles from './merge-screen.module.css'
import { counted, planningWords } from './merge-words.ts'
import { Strangers } from './strangers.tsx'
import { useMergePlans } from './use-merge-plans.ts'

interface MergeScreenProps {
  readonly arrivals: Arrivals
  /** How many files wait to be imported afterwards. */
  readonly texts: number
  /** These merges were applied; `left` were not, because it was cancelled between two. */
  readonly onMerged: (plans: readonly MergePlan[], left: readonly MergePlan[]) => void
  /** Something of it was opened as a briefing of its own, and there is nothing else to decide. */
  readonly onOpen: (id: LogId) => void
  readonly onLeave: () => void
}

/** The merge that is being applied, which is not broken off. */
interface Applying {
  readonly words: string
  /** Nothing comes behind it that could be left out. */
  readonly isLast: boolean
}

/** What returns bring, before anything is done with them (H3, H4). */
export function MergeScreen({ arrivals, texts, onMerged, onOpen, onLeave }: MergeScreenProps) {
  const { groups, strangers, refused, taken } = arrivals
  const plans = useMergePlans(groups)
  const { binned = {} } = useSettings()
  const [applying, setApplying] = useState<Applying | null>(null)
  const isCancelled = useRef(false)
  const [opened, setOpened] = useState<ReadonlyMap<string, LogId>>(new Map())
  const toApply = plans.planned.flatMap(one => (one === null || one.plan.isKnown ? [] : [one.plan]))
  const canApply = toApply.length > 0 && !plans.isPlanning && applying === null
  const hasNothing = toApply.length === 0 && !plans.isPlanning
  const main = useRef<HTMLButtonElement>(null)
  const isReady = !plans.isPlanning
  useEffect(() => {
    if (isReady) main.current?.focus()
  }, [isReady])

  const apply = async () => {
    const done: MergePlan[] = []
    const left: MergePlan[] = []
    isCancelled.current = false
    for (const [index, plan] of toApply.entries()) {
      if (isCancelled.current) {
        left.push(plan)
        continue
      }
      const words = toApply.length === 1 ? 'Merging…' : `Merging ${index + 1} of ${toApply.length}…`
      setApplying({ words, isLast: index + 1 === toApply.length })
      await new Promise(resolve => setTimeout(resolve, 30))
      const applied = await applyMerge(plan)
      const restored = applied.ok && binned[plan.id] !== undefined ? await restoreBriefing(plan.id) : applied
      if (applied.ok) done.push(plan)
      if (restored.ok) continue
      const title = titleOf(plan.briefing.doc)
      const message = applied.ok
        ? `“${title}” was merged into, and is still in the bin.`
        : `“${title}” was not merged into; nothing of it was changed.`
      notify({ kind: 'error', message, failure: restored.error })
    }
    setApplying(null)
    if (done.length > 0 && done.length + left.length === toApply.length) onMerged(done, left)
    else plans.again()
  }
  const canCancel = applying?.isLast !== true
  const cancel = () => {
    if (applying === null) onLeave()
    else {
      isCancelled.current = true
      setApplying({ words: 'Stopping after this briefing…', isLast: true })
    }
  }
  const onOpened = (head: string, id: LogId) => {
    const isAll = groups.length === 0 && strangers.length === 1 && refused.length === 0
    setOpened(all => new Map(all).set(head, id))
    if (isAll) onOpen(id)
  }

  return (
    <main
      className={layout.screen}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented && canCancel) cancel()
      }}
    >
      <section className={layout.region} aria-label="Merge returns">
        <header className={layout.bar}>
          <h1 className={styles.title}>Merge returns</h1>
          <span className={styles.state} role="status">
            {applying?.words ??
              (plans.isPlanning ? planningWords(plans.done, groups.length) : filesWords(arrivals))}
          </span>
          {hasNothing ? (
            <Button ref={main} variant="primary" onClick={onLeave}>
              Done
            </Button>
          ) : (
            <>
              <Button onClick={cancel} disabled={!canCancel}>
                Cancel
              </Button>
              <Button ref={main} variant="primary" disabled={!canApply} onClick={() => void apply()}>
                Apply
              </Button>
            </>
          )}
        </header>
        {/* biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for a form's fields */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long report scrolls, by keyboard too */}
        <div className={styles.scroller} tabIndex={0} role="group" aria-label="What they bring">
          <div className={styles.column}>
            <p className={styles.intro}>{introWords(toApply, hasNothing, groups.length)}</p>
            {groups.map(({ id, files }, index) => (
              <MergeGroup
                key={id}
                files={files}
                planned={plans.planned[index] ?? null}
                isBinned={binned[id] !== undefined}
                disabled={applying !== null}
                onEdits={edits => plans.onEdits(id, edits)}
                onOpen={onOpen}
              />
            ))}
            <Strangers strangers={strangers} opened={opened} onOpened={onOpened} onShow={onOpen} />
            <BadFiles files={[...refused, ...plans.refused]} onShow={onOpen} />
            {taken.length === 0 ? null : (
              <section className={styles.aside} aria-label="Opened">
                <h2 className={styles.small}>In the library</h2>
                <ul className={styles.list}>
                  {taken.map(({ name, told }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two files can have one name
                    <li key={index}>
                      “{name}”: {told ?? 'New; it was added to the library.'}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {texts === 0 ? null : (
              <p className={styles.intro}>{counted(texts, 'other file')} will be imported afterwards.</p>
            )}
          </div>
        </div>
      </section>
    </main>
  )
}

function filesWords({ groups, strangers, refused, taken }: Arrivals): string {
  const files = groups.reduce((sum, { files: its }) => sum + its.length, 0)
  return counted(files + strangers.length + refused.length + taken.length, 'file')
}

function introWords(toApply: readonly MergePlan[], hasNothing: boolean, groups: number): string {
  if (!hasNothing) {
    const where = toApply.length > 1 ? ` ${toApply.length} briefings are changed.` : ''
    // Another copy of the briefing itself may become its history: no later change can take that back.
    const until = toApply.some(({ copies }) => copies !== null)
      ? 'joining another copy can be undone until the briefing is changed again'
      : 'a merge can be undone whenever you like'
    return `Nothing is changed before you apply it, and ${until}.${where}`
  }
  return groups === 0 ? '' : 'There is nothing to merge: everything that can be is here already.'
}
