import { createStore } from 'zustand/vanilla'
import type { Status } from '../../../core/briefing/records.ts'

export type Sort = 'updated' | 'title' | 'words'

/** What the library shows. It outlives the screen, so that coming back from a briefing finds it as it was. */
export interface LibraryView {
  readonly search: string
  readonly place: 'all' | 'copies' | 'bin'
  /** Only briefings with this tag; null is all of them. */
  readonly tag: string | null
  /** Only briefings at this stage; null is all of them. */
  readonly status: Status | null
  readonly sort: Sort
  /** The briefing that the keyboard is on. */
  readonly activeId: string | null
}

export const libraryView = createStore<LibraryView>(() => ({
  search: '',
  place: 'all',
  tag: null,
  status: null,
  sort: 'updated',
  activeId: null,
}))

export const sorts: readonly { value: Sort; label: string }[] = [
  { value: 'updated', label: 'Updated' },
  { value: 'title', label: 'Title' },
  { value: 'words', label: 'Words' },
]
