import { ChevronLeft, PanelLeftOpen, PanelRight, Share } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  readonly title: string
  readonly outlineOpen: boolean
  readonly detailsOpen: boolean
  readonly onClose: () => void
  readonly onExport: () => void
  readonly onShowOutline: () => void
  readonly onToggleDetails: () => void
}

/** The desk's upper bar: the way back, what is open, and the one main action. */
export function TopBar(props: TopBarProps) {
  return (
    <header className={styles.bar}>
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
      <Button variant="primary" icon={Share} onClick={props.onExport}>
        Export
      </Button>
      <IconButton
        label="Details"
        icon={PanelRight}
        command="view.details"
        pressed={props.detailsOpen}
        onClick={props.onToggleDetails}
      />
    </header>
  )
}
