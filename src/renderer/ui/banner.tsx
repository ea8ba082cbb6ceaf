import { CircleAlert, History, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { Icon } from './icon.tsx'

interface BannerProps {
  /** `warning` for what is not safe yet, `notice` for what the user should know. */
  readonly kind: 'notice' | 'warning'
  readonly icon?: LucideIcon
  readonly title: string
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** A calm strip above a screen's content that says something, and what can be done about it. */
export function Banner({ kind, icon, title, children, actions }: BannerProps) {
  return (
    <div className={styles.banner} data-kind={kind} role={kind === 'warning' ? 'alert' : 'status'}>
      <Icon of={icon ?? (kind === 'warning' ? CircleAlert : History)} />
      <p className={styles.words}>
        <strong>{title}</strong> {children}
      </p>
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}
