import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import type { CommandId } from '../../contract/commands.ts'
import { Kbd } from './kbd.tsx'
import styles from './tooltip.module.css'

interface TooltipProps {
  text: string
  /** The command it stands for: its key is shown. */
  command?: CommandId | undefined
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** The control it belongs to. The control has a name of its own: a tooltip is not read out. */
  children: ReactElement
}

export function Tooltip({ text, command, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger delay={500} render={children} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} side={side} sideOffset={6}>
          <Base.Popup className={styles.popup}>
            {text}
            {command === undefined ? null : <Kbd command={command} plain />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Put once around the app: after a first tooltip the next ones come at once. */
export const TooltipGroup = Base.Provider
