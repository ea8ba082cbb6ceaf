import type { Node } from 'prosemirror-model'
import { useMemo } from 'react'
import type { Records } from '../../../core/briefing/records.ts'
import { countSuggestions } from '../../../core/review/suggestions.ts'
import { countThreads } from '../../../core/review/threads.ts'
import type { Waiting } from './waiting-words.ts'

/** What waits for somebody in Review: threads that are open, pending suggestions and open conflicts. */
export function useWaiting(threads: Records['threads'], doc: Node, conflicts: number): Waiting {
  const { open } = useMemo(() => countThreads(threads.values()), [threads])
  const suggestions = useMemo(() => countSuggestions(doc), [doc])
  return { threads: open, suggestions, conflicts }
}
