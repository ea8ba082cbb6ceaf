import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { LibraryView } from './view.ts'

interface NoCardsProps extends Pick<LibraryView, 'search' | 'place' | 'tag'> {
  onReset: () => void
}

/** Why the list is empty although the library is not. */
export function NoCards({ search, place, tag, onReset }: NoCardsProps) {
  if (search.trim() !== '') {
    return (
      <EmptyState
        title={`Nothing found for “${search.trim()}”`}
        actions={
          <Button onClick={onReset}>{place === 'bin' ? 'Show the whole bin' : 'Show all briefings'}</Button>
        }
      >
        <p>{whereWords(place, tag)} were searched, their titles and their text.</p>
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
  return (
    <EmptyState
      title={`No briefing is tagged “${tag ?? ''}”`}
      actions={<Button onClick={onReset}>Show all briefings</Button>}
    />
  )
}

function whereWords(place: LibraryView['place'], tag: string | null): string {
  if (place === 'bin') return 'The briefings in the bin'
  return tag === null ? 'All briefings outside the bin' : `The briefings tagged “${tag}”`
}
