import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './pill.module.css'

/** A mark in one of the tokens' colours. It never stands alone: words beside it say what it means. */
export function Dot({ kind }: { kind: 'proof' | 'warn' | 'ok' | 'hint' }) {
  return <span className={classNames(styles.dot, styles[kind])} aria-hidden />
}

interface PillButtonProps extends ComponentProps<'button'> {
  trailing?: LucideIcon
}

/** A pill that opens or does something. */
export function PillButton({ trailing, className, children, type = 'button', ...props }: PillButtonProps) {
  return (
    <button type={type} className={classNames(styles.pill, styles.button, className)} {...props}>
      {children}
      {trailing === undefined ? null : <Icon of={trailing} />}
    </button>
  )
}
