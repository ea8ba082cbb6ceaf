import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import type { EditorState } from 'prosemirror-state'
import { useMemo } from 'react'
import type { Saved } from '../../store/session.ts'
import { Icon } from '../../ui/icon.tsx'
import { languageName } from './languages.ts'
import { savedWords } from './saved-words.ts'
import styles from './status-bar.module.css'
import { type Waiting, waitingWords } from './waiting-words.ts'
import { readingTime, wordCount } from './word-counts.ts'

interface StatusBarProps {
  /** The editor's state at the last pause. */
  readonly state: EditorState
  readonly language: string
  readonly spelling: string
  /** What waits in Review. */
  readonly waiting: Waiting
  readonly saved: Saved
  readonly onLanguage: () => void
  readonly onSpelling: () => void
  readonly onWaiting: () => void
}

/** The desk's lower bar: how long the text is, its language and spelling, what waits in it for review, and whether it is safe. */
export function StatusBar(props: StatusBarProps) {
  const { state, language, spelling, waiting, saved, onLanguage, onSpelling, onWaiting } = props
  const words = useMemo(() => wordCount(state), [state])
  const reading = useMemo(() => readingTime(state), [state])
  return (
    <footer className={styles.bar}>
      <span>{words}</span>
      {reading === '' ? null : <span>{reading}</span>}
      <button type="button" className={styles.button} onClick={onLanguage} title="Change it in Details">
        {languageName(language)}
      </button>
      <button type="button" className={styles.button} onClick={onSpelling} title="Turn spelling on or off">
        {spelling}
      </button>
      {waitingWords(waiting) === '' ? null : (
        <button type="button" className={styles.button} onClick={onWaiting} title="Show them in Review">
          {waitingWords(waiting)}
        </button>
      )}
      <span className={styles.saved} data-saved={saved.kind}>
        <Icon of={{ saved: Check, saving: LoaderCircle, failed: CircleAlert }[saved.kind]} />
        {savedWords(saved, new Date())}
      </span>
    </footer>
  )
}
