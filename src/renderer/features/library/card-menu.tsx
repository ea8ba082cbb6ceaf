import { Copy, FilePenLine, Trash2, Undo2 } from 'lucide-react'
import type { Card } from '../../store/card.ts'
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import type { CardActions } from './card-actions.ts'

interface CardMenuProps {
  card: Card
  actions: CardActions
  onBin: () => void
  onDestroy: () => void
}

/** What a right click on a briefing offers. */
export function CardMenu({ card, actions, onBin, onDestroy }: CardMenuProps) {
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
      <MenuSeparator />
      <MenuItem icon={Trash2} onSelect={onBin}>
        Move to Bin
      </MenuItem>
    </>
  )
}
