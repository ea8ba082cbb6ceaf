import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

interface DialogProps {
  open: boolean
  /** Escape, the cross, or a click beside it. */
  onClose: () => void
  title: string
  description?: ReactNode
  /** `small` asks one thing; `large` is a place to work in, `full` one that needs the whole window. */
  size?: 'small' | 'medium' | 'large' | 'full'
  /** The row of buttons, the main one last. */
  footer?: ReactNode
  /** What has the keyboard first; else the first control. */
  initialFocus?: RefObject<HTMLElement | null>
  children?: ReactNode
}

/** A window in the window. The keyboard stays inside and goes back to where it came from. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, size = 'small', footer, initialFocus, children } = props
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => {
        if (!next && !isOnNotice(event)) onClose()
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup className={classNames(styles.popup, styles[size])} initialFocus={initialFocus}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {description === undefined ? null : (
              <Base.Description className={styles.description} render={<div />}>
                {description}
              </Base.Description>
            )}
            {children}
            {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
            {/* Last, so that the keyboard starts with what the dialog is about. */}
            <Base.Close render={<IconButton className={styles.close} label="Close" icon={X} side="left" />} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

/** A click on a notice, which stands above the dialog, is not one beside it. */
function isOnNotice(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-notices]') !== null
}
