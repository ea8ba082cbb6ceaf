import type { Editor } from '@tiptap/core'
import { ArrowDown, ArrowUp, RotateCcw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Briefing } from '../../../core/briefing/briefing.ts'
import { maySuggest } from '../../../core/briefing/handoff.ts'
import type { Records, Version } from '../../../core/briefing/records.ts'
import { readingOf } from '../../../core/review/publication.ts'
import type { Decision } from '../../../core/review/resolve.ts'
import type { Session } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Select } from '../../ui/select.tsx'
import { shortTime, timeOfDay } from '../../ui/when.ts'
import { ChangeList } from './change-list.tsx'
import { detailChanges, textChanges } from './changes.ts'
import styles from './compare-dialog.module.css'
import { ComparePage } from './compare-page.tsx'
import { restoreVersion } from './restore-version.ts'
import { type Place, useCompared } from './use-compared.ts'
import { versionName } from './version-words.ts'

interface CompareDialogProps {
  readonly session: Session
  readonly editor: Editor
  readonly before: Place
  readonly after: Place
  readonly onClose: () => void
}

/** What differs between any two versions, in all fields, inline or side by side (R5). */
export function CompareDialog({ session, editor, before, after, onClose }: CompareDialogProps) {
  const records = useStore(session.state, ({ briefing }) => briefing.records)
  const { versions } = records
  const restores = maySuggest(records.handoff)
  const [places, setPlaces] = useState({ before, after })
  const [view, setView] = useState<'inline' | 'side'>('inline')
  const [suggestions, setSuggestions] = useState<Decision>('reject')
  const [current, setCurrent] = useState(0)
  const loaded = useCompared(session, places.before, places.after)
  const options = useMemo(() => placesOf(records, [before, after]), [records, before, after])

  const compared = useMemo(
    () => (loaded.kind === 'loaded' ? compare(loaded.before, loaded.after, suggestions) : null),
    [loaded, suggestions],
  )
  const count = compared?.changes.length ?? 0
  const choose = (part: Partial<typeof places>) => {
    setPlaces({ ...places, ...part })
    setCurrent(0)
  }
  const step = (by: 1 | -1) => setCurrent((current + by + count) % count)

  return (
    <Dialog
      open
      onClose={onClose}
      size="full"
      title="Compare versions"
      footer={
        <>
          <span className={styles.hint}>
            {restores
              ? 'Restoring makes the text read as the earlier version did; what came after stays among the versions.'
              : 'This copy is for comments: its text stays as it was sent.'}
          </span>
          <Button
            icon={RotateCcw}
            disabled={places.before === 'now' || !restores}
            onClick={() => {
              const head = places.before
              if (head === 'now') return
              const version = versions.find(each => each.head === head)
              onClose()
              void restoreVersion({ session, editor }, { head, name: version?.name ?? null })
            }}
          >
            Restore the earlier version
          </Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.tools}>
        <div className={styles.choice}>
          <Select
            label="Earlier"
            labelHidden
            value={places.before}
            options={options}
            onChange={chosen => choose({ before: chosen })}
          />
        </div>
        <span aria-hidden>→</span>
        <div className={styles.choice}>
          <Select
            label="Later"
            labelHidden
            value={places.after}
            options={options}
            onChange={chosen => choose({ after: chosen })}
          />
        </div>
        <div className={styles.choice}>
          <Select
            label="Pending suggestions"
            labelHidden
            value={suggestions}
            options={[
              { value: 'reject', label: 'Without suggestions' },
              { value: 'accept', label: 'Suggestions accepted' },
            ]}
            onChange={setSuggestions}
          />
        </div>
        <Segments
          label="View"
          value={view}
          options={[
            { value: 'inline', label: 'Inline' },
            { value: 'side', label: 'Side by side' },
          ]}
          onChange={setView}
        />
        <span className={styles.steps}>
          <IconButton
            label="Previous change"
            icon={ArrowUp}
            disabled={count === 0}
            onClick={() => step(-1)}
          />
          <IconButton label="Next change" icon={ArrowDown} disabled={count === 0} onClick={() => step(1)} />
        </span>
      </div>
      {loaded.kind === 'failed' ? (
        <p className={styles.said} role="alert">
          These versions could not be read. The briefing itself is untouched. {loaded.failure.message} (
          {loaded.failure.code})
        </p>
      ) : null}
      {loaded.kind === 'loading' ? <p className={styles.said}>Reading the history…</p> : null}
      {compared === null ? null : (
        <div className={styles.body}>
          <ChangeList
            changes={compared.changes}
            details={compared.changedDetails}
            current={current}
            onChoose={setCurrent}
          />
          {view === 'inline' ? (
            <ComparePage {...compared} label="Both versions" show="both" current={current} />
          ) : (
            <>
              <ComparePage {...compared} label="Earlier version" show="before" current={current} />
              <ComparePage {...compared} label="Later version" show="after" current={current} />
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** What the pages and the list show of two versions. */
function compare(before: Briefing, after: Briefing, suggestions: Decision) {
  const docs = { before: readingOf(before.doc, suggestions), after: readingOf(after.doc, suggestions) }
  return {
    ...docs,
    details: after.details,
    changes: textChanges(docs.before, docs.after),
    changedDetails: detailChanges(before.details, after.details),
  }
}

/** Everything that can be compared, the latest first; a place that is no version is one all the same. */
function placesOf(records: Records, asked: readonly Place[]): { value: Place; label: string }[] {
  const now = new Date()
  const { versions, statusHistory } = records
  const known = new Set(versions.map(({ head }) => head))
  const others = asked.filter((place): place is Exclude<Place, 'now'> => place !== 'now' && !known.has(place))
  return [
    { value: 'now', label: 'Now' },
    ...[...versions].reverse().map(version => ({
      value: version.head,
      label: `${versionName(version, statusHistory)}, ${whenOf(version, now)}`,
    })),
    ...others.map(head => ({ value: head, label: 'As it was approved' })),
  ]
}

function whenOf({ time }: Version, now: Date): string {
  const [day, hour] = [shortTime(time, now), timeOfDay(time)]
  return day === hour ? hour : `${day} ${hour}`
}
