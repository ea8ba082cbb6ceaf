import { Tabs } from '@base-ui/react/tabs'
import { PanelRightClose } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './side-tabs.module.css'
import type { Side } from './use-panels.ts'

interface SideTabsProps {
  readonly chosen: Side
  /** How much waits in Review: open threads, pending suggestions and open conflicts. */
  readonly waiting: number
  readonly onChoose: (side: Side) => void
  readonly onHide: () => void
  /** The chosen panel. */
  readonly children: ReactNode
}

const tabs: readonly { readonly side: Side; readonly label: string }[] = [
  { side: 'review', label: 'Review' },
  { side: 'versions', label: 'Versions' },
  { side: 'details', label: 'Details' },
]

/** The right side of the desk: its panels as tabs, one at a time. */
export function SideTabs({ chosen, waiting, onChoose, onHide, children }: SideTabsProps) {
  return (
    <Tabs.Root className={styles.side} value={chosen} onValueChange={(side: Side) => onChoose(side)}>
      <div className={styles.bar}>
        <Tabs.List className={styles.tabs} aria-label="Panels">
          {tabs.map(({ side, label }) => (
            <Tabs.Tab key={side} value={side} className={styles.tab}>
              {label}
              {side === 'review' && waiting > 0 ? (
                <span className={styles.count}>{waiting.toLocaleString('en-GB')}</span>
              ) : null}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <IconButton label="Hide panel" icon={PanelRightClose} onClick={onHide} />
      </div>
      <Tabs.Panel value={chosen} className={styles.panel} tabIndex={-1}>
        {children}
      </Tabs.Panel>
    </Tabs.Root>
  )
}
