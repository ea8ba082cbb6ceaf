import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { titleOf } from '../../../core/briefing/briefing.ts'
import { FindBar } from '../../editor/find-bar.tsx'
import { Page } from '../../editor/page.tsx'
import { Toolbar } from '../../editor/toolbar.tsx'
import { useBriefingEditor } from '../../editor/use-briefing-editor.ts'
import { useEditorCommands } from '../../editor/use-editor-commands.ts'
import type { Session } from '../../store/session.ts'
import { useSettings } from '../../store/settings.ts'
import { runCommand } from '../../ui/commands.ts'
import styles from './desk.module.css'
import { DetailsPanel } from './details-panel.tsx'
import { OutlinePanel } from './outline-panel.tsx'
import type { PanelName } from './panel-fit.ts'
import { SessionBanners } from './session-banners.tsx'
import { SidePanel } from './side-panel.tsx'
import { spellingWords } from './spelling-words.ts'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useDeskCommands } from './use-desk-commands.ts'
import { usePanels } from './use-panels.ts'
import { usePausedState } from './use-paused-state.ts'

interface DeskProps {
  readonly session: Session
  /** Back to the library. */
  readonly onClose: () => void
  readonly onExport: () => void
  readonly onSaveAs: () => void
}

/** The desk: one open briefing with its outline, its page and its details. Give it one key a session. */
export function Desk({ session, ...props }: DeskProps) {
  const { briefing, saved, recovered } = useStore(session.state)
  const settings = useSettings()
  const panels = usePanels()
  const [finding, setFinding] = useState<'find' | 'replace' | null>(null)
  const { details } = briefing
  const editor = useBriefingEditor({ doc: briefing.doc, details, onTransaction: session.record })
  const { state, refresh } = usePausedState(editor)

  useEditorCommands(editor)
  useEffect(() => editor.view.focus(), [editor])

  const hide = (panel: PanelName) => {
    panels.hide(panel)
    editor.view.focus()
  }
  const toggle = (panel: PanelName) => (panels[panel].open ? hide(panel) : panels.show(panel))
  const closeFind = () => {
    setFinding(null)
    editor.view.focus()
  }

  const onClose = afterLeavingField(props.onClose)
  const onExport = afterLeavingField(props.onExport)
  const onSaveAs = afterLeavingField(props.onSaveAs)
  useDeskCommands({ session, panels, onToggle: toggle, onClose, onExport, onSaveAs, onFind: setFinding })

  return (
    <div className={styles.desk}>
      <TopBar
        title={titleOf(state.doc)}
        outlineOpen={panels.outline.open}
        detailsOpen={panels.details.open}
        onClose={onClose}
        onExport={onExport}
        onShowOutline={() => panels.show('outline')}
        onToggleDetails={() => toggle('details')}
      />
      <SessionBanners
        saved={saved}
        recovered={recovered}
        onRetry={() => void session.flush()}
        onSaveAs={onSaveAs}
      />
      <main className={styles.columns}>
        <SidePanel name="outline" side="left" panels={panels} onHide={() => hide('outline')}>
          <OutlinePanel editor={editor} state={state} onMoved={refresh} onHide={() => hide('outline')} />
        </SidePanel>
        <div className={styles.middle}>
          <Toolbar editor={editor} />
          {finding === null ? null : <FindBar editor={editor} mode={finding} onClose={closeFind} />}
          <div className={styles.scroller}>
            <Page editor={editor} details={details} spelling={settings.spelling} />
          </div>
        </div>
        <SidePanel name="details" side="right" panels={panels} onHide={() => hide('details')}>
          <DetailsPanel session={session} details={details} doc={state.doc} onHide={() => hide('details')} />
        </SidePanel>
      </main>
      <StatusBar
        state={state}
        language={details.language}
        spelling={spellingWords(details.language, settings.spelling)}
        saved={saved}
        onLanguage={() => panels.show('details')}
        onSpelling={() => runCommand('view.spelling')}
      />
    </div>
  )
}

/** A key can ask for something while a detail is still being typed: leaving the field keeps it first. */
function afterLeavingField(action: () => void): () => void {
  return () => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
    action()
  }
}
