import { Copy, FilePenLine, FolderMinus, FolderSync, Trash2, Undo2 } from 'lucide-react'
import type { Card } from '../../store/card.ts'
import { useIsKept } from '../../store/desk-folder/kept.ts'
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import type { CardActions } from './card-actions.ts'

interface CardMenuProps {
  card: Card
  actions: CardActions
  onKeep: () => void
  onBin: () => void
  onDestroy: () => void
}

/** What a right click on a briefing offers. */
export function CardMenu({ card, actions, onKeep, onBin, onDestroy }: CardMenuProps) {
  const isKept = useIsKept()(card.id)
  if (card.binned !== null) {
    return (
      <>
        <MenuItem icon={Undo2} onSelect={() => actions.restore(card)}>
          Restore
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={Trash2} danger onSelect={onDestroy}>
          Delete for good…
        </MenuItem>
      </>
    )
  }
  return (
    <>
      <MenuItem icon={FilePenLine} onSelect={() => actions.open(card)}>
        Open
      </MenuItem>
      <MenuItem icon={Copy} onSelect={() => actions.duplicate(card)}>
        Duplicate
      </MenuItem>
      <MenuItem icon={isKept ? FolderMinus : FolderSync} onSelect={onKeep}>
        {isKept ? 'Stop Keeping in Desk Folder' : 'Keep in Desk Folder'}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} onSelect={onBin}>
        Move to Bin
      </MenuItem>
    </>
  )
}
