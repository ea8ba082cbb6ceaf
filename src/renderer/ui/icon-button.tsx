import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './icon-button.module.css'
import { ariaShortcut } from './shortcut.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** Its name, read out and shown as its tooltip. */
  label: string
  icon: LucideIcon
  /** A key of the commands table, such as "Mod+B". */
  shortcut?: string | undefined
  /** For a button that stays down: whether it is. */
  pressed?: boolean | undefined
  side?: 'top' | 'bottom' | 'left' | 'right'
}

export function IconButton({
  label,
  icon,
  shortcut,
  pressed,
  side = 'bottom',
  className,
  type = 'button',
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} side={side}>
      <button
        type={type}
        className={classNames(styles.button, className)}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
        {...props}
      >
        <Icon of={icon} />
      </button>
    </Tooltip>
  )
}
