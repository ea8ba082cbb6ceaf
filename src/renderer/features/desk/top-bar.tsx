import { ChevronLeft, PanelLeftOpen, PanelRightOpen, Reply, Send, Share } from 'lucide-react'
import type { Status } from '../../../core/briefing/records.ts'
import type { Mode } from '../../editor/review/review-state.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Person } from '../../ui/people.ts'
import { ModeControl } from './mode-control.tsx'
import { Participants } from './participants.tsx'
import { StatusMenu, StatusShown } from './status-menu.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  readonly title: string
  readonly status: Status
  readonly mode: Mode
  readonly modes: readonly Mode[]
  /** Everyone who wrote in it. */
  readonly writers: readonly Person[]
  readonly outlineOpen: boolean
  readonly sideOpen: boolean
  /** Null where the status is not for whoever sits here to set. */
  readonly onStatus: ((status: Status) => void) | null
  readonly onMode: (mode: Mode) => void
  readonly onClose: () => void
  readonly onExport: () => void
  readonly onSend: () => void
  /** Makes the return of a review copy; null in a master. */
  readonly onReturn: (() => void) | null
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
        <p className={styles.title} title={props.title} dir="auto">
          {props.title}
        </p>
        {props.onStatus === null ? (
          <StatusShown status={props.status} />
        ) : (
          <StatusMenu status={props.status} onChange={props.onStatus} />
        )}
      </div>
      <ModeControl mode={props.mode} modes={props.modes} onChange={props.onMode} />
      <div className={styles.end}>
        <Participants people={props.writers} />
        <Button icon={Send} onClick={props.onSend}>
          Send for review
        </Button>
        <Button variant={props.onReturn === null ? 'primary' : 'quiet'} icon={Share} onClick={props.onExport}>
          Export
        </Button>
        {props.onReturn === null ? null : (
          <Button variant="primary" icon={Reply} onClick={props.onReturn}>
            Make return
          </Button>
        )}
        {props.sideOpen ? null : (
          <IconButton label="Show panel" icon={PanelRightOpen} onClick={props.onShowSide} />
        )}
      </div>
    </header>
  )
}
