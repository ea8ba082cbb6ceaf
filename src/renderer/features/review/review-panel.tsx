import type { Editor } from '@tiptap/core'
import type { EditorState } from 'prosemirror-state'
import { type ReactNode, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { mayDecide, mayEdit, maySuggest } from '../../../core/briefing/handoff.ts'
import type { Hash } from '../../../core/canonical.ts'
import { attachThread as attachOperations } from '../../../core/review/operations.ts'
import { useActiveReview } from '../../editor/review/active.ts'
import { attachThread, commentTarget } from '../../editor/review/comments.ts'
import { decide } from '../../editor/review/decide.ts'
import { goToConflict, goToSuggestion, goToThread } from '../../editor/review/navigation.ts'
import { type Mode, writes } from '../../editor/review/review-state.ts'
import type { Session } from '../../store/session.ts'
import { useSigner } from '../../store/use-signer.ts'
import { type People, personOf } from '../../ui/people.ts'
import { Spoken } from '../../ui/spoken.tsx'
import { threadActions, told } from './actions.ts'
import { Approvals } from './approvals.tsx'
import { conflictActions } from './conflict-actions.ts'
import { ConflictCard } from './conflict-card.tsx'
import { decideAll } from './deciding.ts'
import { authorsOf, entryKey, type ReviewEntry, reviewEntries } from './entries.ts'
import { entryLabel } from './entry-label.ts'
import { countKinds, filterEntries, type ReviewFilter, unfiltered } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { NewThread } from './new-thread.tsx'
import { NothingToReview } from './nothing-to-review.tsx'
import { ReviewList } from './review-list.tsx'
import styles from './review-panel.module.css'
import { SuggestionCard } from './suggestion-card.tsx'
import { ThreadCard } from './thread-card.tsx'

interface ReviewPanelProps {
  readonly session: Session
  readonly editor: Editor
  /** The editor's state at the last pause: cards are not worked out for every key. */
  readonly state: EditorState
  /** Takes the editor's present state at once: what is done here shows at once, and never half. */
  readonly onChanged: () => void
  readonly mode: Mode
  readonly people: People
  /** Whether a comment on the whole briefing was asked for elsewhere. */
  readonly asked: boolean
  /** It was written, or left unwritten. */
  readonly onAnswered: () => void
  /** Has the page show suggestions and comments. */
  readonly onShowMarks: () => void
  /** Shows what differs between a version and the text as it is now. */
  readonly onCompare: (before: Hash, after: 'now') => void
  /** What stands above the approvals: the copies that went out. */
  readonly out?: ReactNode
}

/** The Review panel: conflicts, threads and suggestions in the order of the text, and who approved it (H3, R1, R2, R4). */
export function ReviewPanel(props: ReviewPanelProps) {
  const { session, editor, state, onChanged, mode, people, asked, onAnswered, onShowMarks, onCompare } = props
  const briefing = useStore(session.state, state => state.briefing)
  const { threads, handoff } = briefing.records
  const author = useSigner(session)
  const [filter, setFilter] = useState<ReviewFilter>(unfiltered)
  const [commenting, setCommenting] = useState(false)
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const active = useActiveReview(editor)
  const me = personOf(people, author.id)
  const actions = useMemo(() => threadActions(session), [session])
  const settling = useMemo(() => conflictActions(session, editor, onChanged), [session, editor, onChanged])
  // What came to a copy that may not be edited is its sender's to deal with.
  const canSettle = mayEdit(handoff)

  const all = useMemo(() => reviewEntries({ threads, handoff }, state.doc), [threads, handoff, state.doc])
  const entries = useMemo(() => filterEntries(all, filter), [all, filter])
  const counts = useMemo(() => countKinds(all, filter), [all, filter])
  const reviewers = useMemo(() => {
    const ids = new Set(all.flatMap(entry => authorsOf(entry)))
    return [...ids].map(id => personOf(people, id))
  }, [all, people])
  const suggestions = entries.flatMap(entry => (entry.kind === 'suggestion' ? [entry.suggestion.id] : []))
  const canDecide = writes(mode)
  const mayOf = (suggestion: { readonly author: string }) => {
    if (mayDecide(handoff, 'accept', suggestion, author.id)) return 'decide'
    return mayDecide(handoff, 'reject', suggestion, author.id) ? 'withdraw' : 'nothing'
  }

  const choose = (entry: ReviewEntry) => {
    onShowMarks()
    if (entry.kind === 'suggestion') goToSuggestion(editor, entry.suggestion.id)
    else if (entry.kind === 'conflict') goToConflict(editor, entry.conflict)
    else if (entry.placed.place === 'text') goToThread(editor, entry.placed.thread.id)
  }
  const settle = (change: () => void) => {
    change()
    onChanged()
  }
  const attach = (thread: string) => {
    const target = commentTarget(editor.state)
    if (target === null) return
    const { records } = session.state.getState().briefing
    const attached = session.act(attachOperations(records, thread, target.quote))
    if (told(attached, 'The thread was not attached.')) attachThread(editor, thread)
    onChanged()
  }
  const setBusyOn = (key: string, isBusy: boolean) => {
    const next = new Set(busy)
    if (isBusy) next.add(key)
    else next.delete(key)
    setBusy(next)
  }

  return (
    <section className={styles.panel} aria-label="Review" data-panel="review" tabIndex={-1}>
      <FilterBar
        filter={filter}
        counts={counts}
        reviewers={reviewers}
        me={author.id}
        suggestions={suggestions.length}
        onFilter={setFilter}
        onComment={() => setCommenting(true)}
        onDecideAll={
          canDecide && mayEdit(handoff)
            ? decision => settle(() => decideAll(editor, suggestions, decision))
            : null
        }
      />
      <NewThread
        session={session}
        editor={editor}
        me={me}
        whole={asked || commenting}
        onDone={sent => {
          setCommenting(false)
          onAnswered()
          onChanged()
          // A new comment is seen at once.
          if (sent) setFilter(unfiltered)
        }}
      />
      {entries.length === 0 ? (
        <div className={styles.empty}>
          <NothingToReview
            suggesting={maySuggest(handoff)}
            filtered={all.length > 0}
            onReset={() => setFilter(unfiltered)}
          />
        </div>
      ) : (
        <ReviewList
          entries={entries}
          activeKey={active === null ? null : entryKey(active.kind, active.id)}
          busy={busy}
          labelOf={entry => entryLabel(entry, people)}
          personOf={entry => personOf(people, authorsOf(entry)[0] ?? '')}
          onChoose={choose}
        >
          {(entry, reachable) => {
            switch (entry.kind) {
              case 'conflict':
                return (
                  <ConflictCard
                    conflict={entry.conflict}
                    people={people}
                    reachable={reachable}
                    doc={state.doc}
                    briefing={briefing}
                    actions={canSettle ? settling : null}
                    canWrite={canDecide}
                  />
                )
              case 'thread':
                return (
                  <ThreadCard
                    placed={entry.placed}
                    people={people}
                    me={author.id}
                    reachable={reachable}
                    actions={actions}
                    onBusy={isBusy => setBusyOn(entry.key, isBusy)}
                    onAttach={state.selection.empty ? null : () => attach(entry.placed.thread.id)}
                  />
                )
              case 'suggestion':
                return (
                  <SuggestionCard
                    suggestion={entry.suggestion}
                    people={people}
                    reachable={reachable}
                    may={mayOf(entry.suggestion)}
                    onDecide={
                      canDecide
                        ? decision => settle(() => decide(editor, [entry.suggestion.id], decision))
                        : null
                    }
                  />
                )
            }
          }}
        </ReviewList>
      )}
      <Spoken words={`${entries.length} ${entries.length === 1 ? 'card' : 'cards'} shown`} />
      {props.out}
      <Approvals session={session} people={people} onCompare={head => onCompare(head, 'now')} />
    </section>
  )
}
