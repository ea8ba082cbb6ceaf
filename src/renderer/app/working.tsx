import { Button } from '../ui/button.tsx'
import styles from './working.module.css'

interface WorkingProps {
  readonly words: string
  /** How much of it is done, from 0 to 1; null where that is not known. */
  readonly part: number | null
  readonly onCancel: (() => void) | null
}

/** Said while something takes a while. */
export function Working({ words, part, onCancel }: WorkingProps) {
  return (
    <main className={styles.screen}>
      <div className={styles.working}>
        <p role="status">{words}</p>
        <progress
          className={styles.progress}
          aria-label={words}
          {...(part === null ? {} : { value: part })}
          max={1}
        />
        {onCancel === null ? null : <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </main>
  )
}
