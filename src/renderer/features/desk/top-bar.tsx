import { ChevronLeft, PanelLeftOpen, PanelRightOpen, Share } from 'lucide-react'
import type { Status } from '../../../core/briefing/records.ts'
import type { Mode } from '../../editor/review/review-state.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Person } from '../../ui/people.ts'
import { ModeControl } from './mode-control.tsx'
import { Participants } from './participants.tsx'
import { StatusMenu } from './status-menu.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  readonly title: string
  readonly status: Status
  readonly mode: Mode
  /** Everyone who wrote in it. */
  readonly writers: readonly Person[]
  readonly outlineOpen: boolean
  readonly sideOpen: boolean
  readonly onStatus: (status: Status) => void
  readonly onMode: (mode: Mode) => void
  readonly onClose: () => void
  readonly onExport: () => void
  readonly onShowOutline: () => void
  readonly onShowSide: () => void
}

/** The desk's upper bar: the way back, what is open and how far it is, what typing does, who is in it. */
export function TopBar(props: TopBarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <Button variant="quiet" icon={ChevronLeft} className={styles.back} onClick={props.onClose}>
          Library
        </Button>
        {props.outlineOpen ? null : (
          <IconButton
            label="Show outline"
            icon={PanelLeftOpen}
            command="view.outline"
            onClick={props.onShowOutline}
          />
        )}
        <p className={styles.title} title={props.title}>
          {props.title}
        </p>
        <StatusMenu status={props.status} onChange={props.onStatus} />
      </div>
      <ModeControl mode={props.mode} onChange={props.onMode} />
      <div className={styles.end}>
        <Participants people={props.writers} />
        <Button variant="primary" icon={Share} onClick={props.onExport}>
          Export
        </Button>
        {props.sideOpen ? null : (
          <IconButton label="Show panel" icon={PanelRightOpen} onClick={props.onShowSide} />
        )}
      </div>
    </header>
  )
}
