import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { LibraryView } from './view.ts'

interface NoCardsProps extends Pick<LibraryView, 'search' | 'place' | 'tag' | 'status'> {
  onReset: () => void
}

/** Why the list is empty although the library is not. */
export function NoCards({ search, place, tag, status, onReset }: NoCardsProps) {
  if (search.trim() !== '') {
    return (
      <EmptyState
        title={`Nothing found for “${search.trim()}”`}
        actions={
          <Button onClick={onReset}>{place === 'bin' ? 'Show the whole bin' : 'Show all briefings'}</Button>
        }
      >
        <p>{whereWords({ place, tag, status })} were searched, their titles and their text.</p>
      </EmptyState>
    )
  }
  if (place === 'bin') {
    return (
      <EmptyState title="The bin is empty">
        <p>Briefings that you move here stay until you delete them for good.</p>
      </EmptyState>
    )
  }
  if (place === 'copies') {
    return (
      <EmptyState title="No review copies" actions={<Button onClick={onReset}>Show all briefings</Button>}>
        <p>A copy that somebody sends you for review stands here once you have opened its file.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={status === null ? `No briefing is tagged “${tag ?? ''}”` : `No briefing is at “${status}”`}
      actions={<Button onClick={onReset}>Show all briefings</Button>}
    />
  )
}

function whereWords({ place, tag, status }: Pick<LibraryView, 'place' | 'tag' | 'status'>): string {
  if (place === 'bin') return 'The briefings in the bin'
  if (place === 'copies') return 'The review copies'
  if (status !== null) return `The briefings at “${status}”`
  return tag === null ? 'All briefings outside the bin' : `The briefings tagged “${tag}”`
}
