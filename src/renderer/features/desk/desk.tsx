import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import { titleOf } from '../../../core/briefing/briefing.ts'
import { mayEdit, openConflicts, rightsIn } from '../../../core/briefing/handoff.ts'
import type { Result } from '../../../core/result.ts'
import { resolveThread } from '../../../core/review/operations.ts'
import { FindBar } from '../../editor/find-bar.tsx'
import { Page } from '../../editor/page.tsx'
import { modesFor } from '../../editor/review/modes.ts'
import { type Mode, type Reading, writes } from '../../editor/review/review-state.ts'
import { useReviewCommands } from '../../editor/review/use-review-commands.ts'
import { useReviewMarks } from '../../editor/review/use-review-marks.ts'
import { useShownEditor } from '../../editor/review/use-shown-editor.ts'
import { Toolbar } from '../../editor/toolbar.tsx'
import { useBriefingEditor } from '../../editor/use-briefing-editor.ts'
import { useEditorCommands } from '../../editor/use-editor-commands.ts'
import { rememberOfCopy } from '../../store/returns.ts'
import type { Session } from '../../store/session.ts'
import { changeStatus } from '../../store/set-status.ts'
import { useSettings } from '../../store/settings.ts'
import { useSigner } from '../../store/use-signer.ts'
import { runCommand } from '../../ui/commands.ts'
import { notify } from '../../ui/notify.ts'
import { peopleOf, personOf } from '../../ui/people.ts'
import { CopyBanner } from './copy-banner.tsx'
import styles from './desk.module.css'
import { DetailsList } from './details-list.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { OutlinePanel } from './outline-panel.tsx'
import type { PanelName } from './panel-fit.ts'
import { ReadingBar } from './reading-bar.tsx'
import { SessionBanners } from './session-banners.tsx'
import { SidePanel } from './side-panel.tsx'
import { SideTabs } from './side-tabs.tsx'
import type { Compared, DeskSides, SidePanelProps } from './sides.ts'
import { spellingWords } from './spelling-words.ts'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useDeskCommands } from './use-desk-commands.ts'
import { type Side, usePanels } from './use-panels.ts'
import { usePausedState } from './use-paused-state.ts'
import { useReturn } from './use-return.ts'
import { useWaiting } from './use-waiting-count.ts'

interface DeskProps {
  readonly session: Session
  readonly sides: DeskSides
  /** What else is to be said above the page. */
  readonly strip?: ReactNode
  /** Back to the library. */
  readonly onClose: () => void
  readonly onExport: () => void
  readonly onSend: () => void
  readonly onSaveAs: () => void
}

/** The desk: one open briefing with its outline, its page and what stands beside it. Give it one key a session. */
export function Desk({ session, sides, strip, ...props }: DeskProps) {
  const { briefing, saved, recovered } = useStore(session.state)
  const settings = useSettings()
  const { details, records, authors } = briefing
  const me = useSigner(session)
  const people = useMemo(() => peopleOf(authors, me), [authors, me])
  const panels = usePanels()
  const rights = rightsIn(records.handoff)
  const modes = modesFor(rights)
  const [chosenMode, setMode] = useState<Mode>(modes[0])
  const mode = modes.includes(chosenMode) ? chosenMode : modes[0]
  const [reading, setReading] = useState<Reading>('final')
  const [finding, setFinding] = useState<'find' | 'replace' | null>(null)
  const [asked, setAsked] = useState<Side | null>(null)
  const [compared, setCompared] = useState<{ before: Compared; after: Compared } | null>(null)
  const editor = useBriefingEditor({
    doc: briefing.doc,
    details,
    author: people.get(me.id) ?? me,
    mode,
    rights,
    onTransaction: session.record,
  })
  const page = useShownEditor(editor, mode === 'viewing' ? reading : 'markup', details)
  const { state: pageState, refresh } = usePausedState(page)
  // Final and Original are texts of their own; what is reviewed is the briefing's.
  const state = page === editor ? pageState : editor.state
  const conflicts = useMemo(() => openConflicts(records.handoff), [records.handoff])
  const waiting = useWaiting(records.threads, state.doc, conflicts.length)

  useEditorCommands(editor)
  useEffect(() => editor.view.focus(), [editor])

  const hide = (panel: PanelName) => {
    panels.hide(panel)
    editor.view.focus()
  }
  const closeFind = () => {
    setFinding(null)
    editor.view.focus()
  }
  const ask = (side: Side) => {
    panels.choose(side, false)
    setAsked(side)
  }

  const onClose = afterLeavingField(props.onClose)
  const onExport = afterLeavingField(props.onExport)
  const onSend = afterLeavingField(props.onSend)
  const onSaveAs = afterLeavingField(props.onSaveAs)
  const { copy } = records.handoff
  const returned = useReturn(session)
  const onReturn =
    copy === null
      ? null
      : afterLeavingField(() => {
          // The banner shows what became of it.
          void rememberOfCopy(copy.copy, { folded: false })
          void returned.make()
        })
  useDeskCommands({
    session,
    panels,
    onToggleOutline: () => (panels.outline.open ? hide('outline') : panels.show('outline')),
    onToggleSide: side => (panels.side.open && panels.chosen === side ? hide('side') : panels.choose(side)),
    onClose,
    onSend,
    onExport,
    onSaveAs,
    onFind: setFinding,
    canReplace: writes(mode),
    onReturn,
    onNameVersion: () => ask('versions'),
  })
  // At once: whoever asks goes on to a place on that page.
  const showMarks = () => {
    if (mode === 'viewing') flushSync(() => setReading('markup'))
  }
  useReviewMarks(editor, { ...briefing, authors: people })
  useReviewCommands({
    editor,
    records,
    conflicts,
    self: me.id,
    modes,
    mode,
    onMode: setMode,
    onComment: about => (about === 'briefing' ? ask('review') : panels.choose('review', false)),
    onResolve: (thread, resolved) => {
      const done = session.act(resolveThread(session.state.getState().briefing.records, thread, resolved))
      tellRefusal(done, 'The thread was not changed.')
    },
    onShowMarks: showMarks,
  })

  const side: SidePanelProps = {
    session,
    editor,
    state,
    onChanged: refresh,
    mode,
    people,
    onShowMarks: showMarks,
    onCompare: (before, after) => setCompared({ before, after }),
  }
  const askedOf = (name: Side) => ({ asked: asked === name, onAnswered: () => setAsked(null) })

  return (
    <div className={styles.desk}>
      <TopBar
        title={titleOf(state.doc)}
        status={records.status}
        mode={mode}
        modes={modes}
        writers={[...authors.keys()].map(id => personOf(people, id))}
        outlineOpen={panels.outline.open}
        sideOpen={panels.side.open}
        onStatus={
          mayEdit(records.handoff)
            ? status => tellRefusal(changeStatus(session, status), 'The status was not changed.')
            : null
        }
        onMode={setMode}
        onClose={onClose}
        onExport={onExport}
        onSend={onSend}
        onReturn={onReturn}
        onShowOutline={() => panels.show('outline')}
        onShowSide={() => panels.show('side')}
      />
      <SessionBanners
        saved={saved}
        recovered={recovered}
        onRetry={() => void session.flush()}
        onSaveAs={onSaveAs}
      >
        <CopyBanner session={session} people={people} returned={returned} />
      </SessionBanners>
      {strip}
      <main className={styles.columns}>
        <SidePanel name="outline" side="left" panels={panels} onHide={() => hide('outline')}>
          <OutlinePanel editor={page} state={pageState} onMoved={refresh} onHide={() => hide('outline')} />
        </SidePanel>
        <div className={styles.middle}>
          {mode === 'viewing' ? (
            <ReadingBar reading={reading} onChange={setReading} />
          ) : (
            <Toolbar editor={editor} />
          )}
          {finding === null ? null : (
            <FindBar editor={page} mode={writes(mode) ? finding : 'find'} onClose={closeFind} />
          )}
          <div className={styles.scroller} data-page-scroller="">
            <Page editor={page} details={details} spelling={settings.spelling} />
          </div>
        </div>
        <SidePanel name="side" side="right" panels={panels} onHide={() => hide('side')}>
          <SideTabs
            chosen={panels.chosen}
            waiting={waiting.threads + waiting.suggestions + waiting.conflicts}
            onChoose={name => panels.choose(name, false)}
            onHide={() => hide('side')}
          >
            {panels.chosen === 'review' ? <sides.Review {...side} {...askedOf('review')} /> : null}
            {panels.chosen === 'versions' ? <sides.Versions {...side} {...askedOf('versions')} /> : null}
            {panels.chosen === 'details' ? (
              mayEdit(records.handoff) ? (
                <DetailsPanel session={session} details={details} doc={state.doc} />
              ) : (
                <DetailsList details={details} />
              )
            ) : null}
          </SideTabs>
        </SidePanel>
      </main>
      <StatusBar
        state={pageState}
        language={details.language}
        spelling={spellingWords(details.language, settings.spelling)}
        waiting={waiting}
        saved={saved}
        onLanguage={() => panels.choose('details')}
        onSpelling={() => runCommand('view.spelling')}
        onWaiting={() => panels.choose('review')}
      />
      {compared === null ? null : (
        <sides.Compare
          session={session}
          editor={editor}
          people={people}
          {...compared}
          onClose={() => setCompared(null)}
        />
      )}
    </div>
  )
}

function tellRefusal(result: Result<unknown>, message: string): void {
  if (!result.ok) notify({ kind: 'error', message, failure: result.error })
}

/** A key can ask for something while a detail is still being typed: leaving the field keeps it first. */
function afterLeavingField(action: () => void): () => void {
  return () => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
    action()
  }
}
