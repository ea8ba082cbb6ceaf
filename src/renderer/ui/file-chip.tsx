import { FileText, GripVertical } from 'lucide-react'
import { Button } from './button.tsx'
import styles from './file-chip.module.css'
import { Icon } from './icon.tsx'
import { sizeWords } from './size-words.ts'

interface FileChipProps {
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** A drag began on it: the system is to go on with it as a drag of the file. */
  readonly onDragOut: () => void
  readonly onSave: () => void
  /** The name it was saved under, where it was. */
  readonly saved?: string | null
  /** Puts it into the desk folder; absent where there is none. */
  readonly onPut?: (() => void) | undefined
}

/** A file that can be dragged out of the window, into a mail or a folder, or saved. */
export function FileChip({ name, size, onDragOut, onSave, saved = null, onPut }: FileChipProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for a form's fields
    <div
      className={styles.chip}
      role="group"
      aria-label={name}
      draggable
      onDragStart={event => {
        event.preventDefault()
        onDragOut()
      }}
    >
      <span className={styles.grip}>
        <Icon of={GripVertical} />
      </span>
      <Icon of={FileText} />
      <span className={styles.about}>
        <span className={styles.name} title={name} dir="auto">
          {name}
        </span>
        <span className={styles.size}>
          {sizeWords(size)}
          {saved === null
            ? ' · drag it into a mail or a folder'
            : saved === name
              ? ' · saved'
              : ` · saved as ${saved}`}
        </span>
      </span>
      {onPut === undefined ? null : (
        <Button
          aria-label={`Put in desk folder: ${name}`}
          title="Put it into the desk folder"
          onClick={onPut}
        >
          Desk folder
        </Button>
      )}
      <Button aria-label={`Save… ${name}`} onClick={onSave}>
        Save…
      </Button>
    </div>
  )
}
