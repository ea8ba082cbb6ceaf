import type { Editor } from '@tiptap/core'
import type { EditorState } from 'prosemirror-state'
import type { ComponentType } from 'react'
import type { Hash } from '../../../core/canonical.ts'
import type { Mode } from '../../editor/review/review-state.ts'
import type { Session } from '../../store/session.ts'
import type { People } from '../../ui/people.ts'

/** A place in the history to compare, or the text as it is now. */
export type Compared = Hash | 'now'

/** What the desk gives the panels that other features draw on its right side. */
export interface SidePanelProps {
  readonly session: Session
  readonly editor: Editor
  /** The editor's state at the last pause. */
  readonly state: EditorState
  /** Takes the editor's present state at once, behind a change that the panel made itself. */
  readonly onChanged: () => void
  readonly mode: Mode
  readonly people: People
  /** Has the page show suggestions and comments, where it shows the text without. */
  readonly onShowMarks: () => void
  /** Shows what differs between two versions. */
  readonly onCompare: (before: Compared, after: Compared) => void
}

/** A panel that can be asked for something by a command: Review for a comment on the whole briefing, Versions for a name. */
export interface AskedPanelProps extends SidePanelProps {
  readonly asked: boolean
  readonly onAnswered: () => void
}

export interface CompareProps {
  readonly session: Session
  readonly editor: Editor
  readonly people: People
  readonly before: Compared
  readonly after: Compared
  readonly onClose: () => void
}

/** What other features draw on the desk; the app puts them together. */
export interface DeskSides {
  readonly Review: ComponentType<AskedPanelProps>
  readonly Versions: ComponentType<AskedPanelProps>
  readonly Compare: ComponentType<CompareProps>
}
