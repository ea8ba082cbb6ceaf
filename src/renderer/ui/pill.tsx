import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './pill.module.css'

export type DotKind = 'proof' | 'warn' | 'ok' | 'hint' | 'blue' | 'green'

/** A mark in one of the tokens' colours. It never stands alone: words beside it say what it means. */
export function Dot({ kind }: { kind: DotKind }) {
  return <span className={classNames(styles.dot, styles[kind])} aria-hidden />
}

/** A pill that only says something. */
export function Pill({ children }: { children: ReactNode }) {
  return <span className={styles.pill}>{children}</span>
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
