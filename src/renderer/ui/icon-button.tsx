import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import type { CommandId } from '../../contract/commands.ts'
import { classNames } from './class-names.ts'
import { ariaCommandKey } from './command-key.ts'
import { Icon } from './icon.tsx'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** Its name, read out and shown as its tooltip. */
  label: string
  icon: LucideIcon
  /** The command it stands for: its key is shown. */
  command?: CommandId | undefined
  /** For a button that stays down: whether it is. */
  pressed?: boolean | undefined
  side?: 'top' | 'bottom' | 'left' | 'right'
}

export function IconButton({
  label,
  icon,
  command,
  pressed,
  side = 'bottom',
  className,
  type = 'button',
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} command={command} side={side}>
      <button
        type={type}
        className={classNames(styles.button, className)}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={ariaCommandKey(command)}
        {...props}
      >
        <Icon of={icon} />
      </button>
    </Tooltip>
  )
}
