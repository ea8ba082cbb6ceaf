import type { Reading } from '../../editor/review/review-state.ts'
import { Segments } from '../../ui/segments.tsx'
import styles from './reading-bar.module.css'

interface ReadingBarProps {
  readonly reading: Reading
  readonly onChange: (reading: Reading) => void
}

const options = [
  { value: 'final', label: 'Final' },
  { value: 'markup', label: 'Markup' },
  { value: 'original', label: 'Original' },
] as const

const explained: Readonly<Record<Reading, string>> = {
  final: 'As if every suggestion were accepted',
  markup: 'With suggestions and comments marked',
  original: 'As if every suggestion were rejected',
}

/** Stands in the toolbar's place while the text is only viewed: how it is read (R3). */
export function ReadingBar({ reading, onChange }: ReadingBarProps) {
  return (
    <div className={styles.place}>
      <div className={styles.pill}>
        <Segments label="View" value={reading} options={options} onChange={onChange} />
        <span className={styles.words}>{explained[reading]}</span>
      </div>
    </div>
  )
}
