import type { Editor } from '@tiptap/core'
import { BookmarkPlus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { maySuggest } from '../../../core/briefing/handoff.ts'
import type { Hash } from '../../../core/canonical.ts'
import type { Session } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { notify } from '../../ui/notify.ts'
import { type People, personOf } from '../../ui/people.ts'
import { Segments } from '../../ui/segments.tsx'
import { MergeList } from './merge-list.tsx'
import { NameVersion } from './name-version.tsx'
import { restoreVersion } from './restore-version.ts'
import { timeline } from './timeline.ts'
import { VersionRow } from './version-row.tsx'
import { versionName } from './version-words.ts'
import styles from './versions-panel.module.css'

interface VersionsPanelProps {
  readonly session: Session
  readonly editor: Editor
  readonly people: People
  /** Whether a name for the present version was asked for elsewhere. */
  readonly asked: boolean
  /** It was given, or left. */
  readonly onAnswered: () => void
  /** Shows what differs between two versions, or a version and the text as it is now. */
  readonly onCompare: (before: Hash, after: Hash | 'now') => void
  /** Takes a merge back; the briefing is opened anew. */
  readonly onUndoMerge: (merge: string) => Promise<void>
}

/** The Versions panel (R5): what the briefing was, to look at, to compare and to bring back. */
export function VersionsPanel(props: VersionsPanelProps) {
  const { session, editor, people, asked, onAnswered, onCompare, onUndoMerge } = props
  const { versions, statusHistory, handoff } = useStore(session.state, ({ briefing }) => briefing.records)
  const [show, setShow] = useState<'all' | 'named'>('all')
  const [naming, setNaming] = useState(false)
  const [stop, setStop] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const days = useMemo(() => timeline(versions, show, new Date()), [versions, show])
  const shown = days.flatMap(day => day.versions)
  const stopId = shown.some(({ id }) => id === stop) ? stop : shown[0]?.id

  const leaveNaming = () => {
    setNaming(false)
    onAnswered()
  }
  const keep = (name: string): boolean => {
    const kept = session.keepVersion('named', name)
    if (!kept.ok) {
      notify({ kind: 'error', message: 'The version was not kept.', failure: kept.error })
      return false
    }
    leaveNaming()
    notify({ kind: 'done', message: `This version is kept as “${name}”.` })
    return true
  }

  const focusOn = (index: number) => {
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-version]')
    rows?.[Math.max(0, Math.min(index, rows.length - 1))]?.focus()
  }

  return (
    <section className={styles.panel} aria-label="Versions" data-panel="versions" tabIndex={-1}>
      <div className={styles.tools}>
        <Segments
          label="Versions shown"
          value={show}
          options={[
            { value: 'all', label: 'All' },
            { value: 'named', label: 'Named' },
          ]}
          onChange={setShow}
        />
        <Button icon={BookmarkPlus} onClick={() => setNaming(true)} title="Ctrl+Shift+S">
          Name this version
        </Button>
      </div>
      {naming || asked ? <NameVersion onKeep={keep} onCancel={leaveNaming} /> : null}
      <div ref={list} className={styles.list} tabIndex={-1}>
        <MergeList merges={handoff.merges} people={people} onUndo={onUndoMerge} />
        {days.length === 0 ? (
          <EmptyState title={show === 'named' ? 'No version has a name yet' : 'No versions yet'}>
            <p>
              Galley keeps a version when you come back to a briefing, after long pauses, and whenever its
              status changes. Name one to find it again.
            </p>
          </EmptyState>
        ) : (
          days.map(({ day, versions: ofDay }) => (
            <section key={day + ofDay[0]?.id} aria-labelledby={`day-${ofDay[0]?.id}`}>
              <h3 id={`day-${ofDay[0]?.id}`} className={styles.day}>
                {day}
              </h3>
              <ul>
                {ofDay.map(version => (
                  <VersionRow
                    key={version.id}
                    version={version}
                    name={versionName(version, statusHistory)}
                    person={personOf(people, version.author)}
                    reachable={version.id === stopId}
                    onFocus={() => setStop(version.id)}
                    onStep={(by, from) => focusOn(by === 'first' ? 0 : by === 'last' ? Infinity : from + by)}
                    place={shown.indexOf(version)}
                    onCompare={() => onCompare(version.head, 'now')}
                    onCompareBefore={
                      shown[shown.indexOf(version) + 1] === undefined
                        ? null
                        : () =>
                            onCompare(shown[shown.indexOf(version) + 1]?.head ?? version.head, version.head)
                    }
                    onRestore={
                      maySuggest(handoff) ? () => void restoreVersion({ session, editor }, version) : null
                    }
                  />
                ))}
              </ul>
            </section>
          ))
        )}
      </div>
    </section>
  )
}
