import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './notices.module.css'
import { dismissNotice, type Notice, notices, passes, type ShownNotice } from './notify.ts'

/** How long a notice that needs no answer is shown, in milliseconds; longer where there is something to do. */
const shownFor = { plain: 5000, withAction: 10_000 }

const icons: Record<Notice['kind'], LucideIcon> = {
  info: Info,
  done: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
}

/**
 * Shows what `notify` was given, above everything, dialogs too. Put once in the app; it is there from the
 * start, so that it is read out.
 */
export function Notices() {
  const shown = useStore(notices, state => state.shown)
  return createPortal(
    <section
      className={styles.notices}
      data-notices=""
      aria-label="Notices"
      aria-live="polite"
      aria-relevant="additions"
    >
      {shown.map(notice => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>,
    document.body,
  )
}

function NoticeCard({ notice }: { notice: ShownNotice }) {
  const { id, kind, message, failure, action } = notice
  const card = useRef<HTMLDivElement>(null)
  const goes = passes(notice)
  const delay = action === undefined ? shownFor.plain : shownFor.withAction
  useEffect(() => {
    if (!goes) return
    const timer = setInterval(() => {
      // Whoever reads it or has the keyboard in it keeps it.
      const held = card.current?.contains(document.activeElement) || card.current?.matches(':hover')
      if (held !== true) dismissNotice(id)
    }, delay)
    return () => clearInterval(timer)
  }, [goes, delay, id])
  return (
    <div ref={card} className={styles.notice} role={kind === 'error' ? 'alert' : undefined}>
      <span className={classNames(styles.icon, styles[kind])}>
        <Icon of={icons[kind]} />
      </span>
      <div className={styles.words}>
        <p>{message}</p>
        {failure === undefined ? null : (
          <p className={styles.failure}>
            {whereOf(failure)}
            {failure.message} <span className={styles.code}>({failure.code})</span>
          </p>
        )}
      </div>
      {action === undefined ? null : (
        <Button
          onClick={() => {
            dismissNotice(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={X} side="top" onClick={() => dismissNotice(id)} />
    </div>
  )
}

function whereOf(failure: NonNullable<Notice['failure']>): string {
  const where = [failure.file, failure.entry].filter(part => part !== undefined).join(', ')
  return where === '' ? '' : `${where}: `
}
