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
  readonly mode: Mode
  readonly people: People
  /** Shows what differs between two versions. */
  readonly onCompare: (before: Compared, after: Compared) => void
}

export interface ReviewSideProps extends SidePanelProps {
  /** Somebody asked to comment on the whole briefing; another object each time. */
  readonly asked: object | null
}

export interface VersionsSideProps extends SidePanelProps {
  /** Somebody asked to name the present version; another object each time. */
  readonly asked: object | null
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
  readonly Review: ComponentType<ReviewSideProps>
  readonly Versions: ComponentType<VersionsSideProps>
  readonly Compare: ComponentType<CompareProps>
}
