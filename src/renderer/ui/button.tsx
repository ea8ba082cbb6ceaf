import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one main action of a screen; `danger` cannot be undone; `quiet` has no edge. */
  variant?: 'default' | 'primary' | 'quiet' | 'danger'
  icon?: LucideIcon
  /** An icon behind the words, such as the arrow of a menu. */
  trailing?: LucideIcon
}

export function Button({
  variant = 'default',
  icon,
  trailing,
  className,
  children,
  type = 'button',
  ...props
}: ButtonProps) {
  return (
    <button type={type} className={classNames(styles.button, styles[variant], className)} {...props}>
      {icon === undefined ? null : <Icon of={icon} />}
      {children}
      {trailing === undefined ? null : <Icon of={trailing} />}
    </button>
  )
}
