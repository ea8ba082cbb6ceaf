import type { Node } from 'prosemirror-model'
import { useMemo } from 'react'
import type { Records } from '../../../core/briefing/records.ts'
import { suggestionsOf } from '../../../core/review/suggestions.ts'

/** What waits for somebody in Review: threads that are open, and pending suggestions. */
export function useWaiting(
  threads: Records['threads'],
  doc: Node,
): { readonly threads: number; readonly suggestions: number } {
  const open = useMemo(
    () => [...threads.values()].filter(({ resolved }) => resolved === null).length,
    [threads],
  )
  const suggestions = useMemo(() => suggestionsOf(doc).length, [doc])
  return { threads: open, suggestions }
}
