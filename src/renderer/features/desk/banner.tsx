import { CircleAlert, History } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import styles from './banner.module.css'

interface BannerProps {
  /** `warning` for what is not safe yet, `notice` for what the user should know. */
  readonly kind: 'notice' | 'warning'
  readonly title: string
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** A calm strip above the page that says something about this briefing, and what can be done about it. */
export function Banner({ kind, title, children, actions }: BannerProps) {
  return (
    <div className={styles.banner} data-kind={kind} role={kind === 'warning' ? 'alert' : 'status'}>
      <Icon of={kind === 'warning' ? CircleAlert : History} />
      <p className={styles.words}>
        <strong>{title}</strong> {children}
      </p>
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}
