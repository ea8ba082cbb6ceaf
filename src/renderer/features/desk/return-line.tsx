import { useDeskFolder } from '../../store/desk-folder.ts'
import { FileChip } from '../../ui/file-chip.tsx'
import { fullTime } from '../../ui/when.ts'
import styles from './copy-banner.module.css'
import { firstName, whenWords } from './copy-words.ts'
import type { CopyReturn } from './use-return.ts'

interface ReturnLineProps {
  readonly returned: CopyReturn
  /** Who waits for it; null where that is who looks at the copy. */
  readonly sender: string | null
}

/** What became of the return so far, and its file to drag into a mail. */
export function ReturnLine({
  returned: { madeAt, outdated, file, save, put, drag },
  sender,
}: ReturnLineProps) {
  const hasFolder = useDeskFolder() !== null
  const to = sender === null ? '' : ` to ${firstName(sender)}`
  return (
    <>
      <p role="status">
        {madeAt === null ? (
          `When you are done, make the return and send the file back${to}.`
        ) : (
          <>
            <span title={fullTime(madeAt)}>You made a return {whenWords(madeAt, new Date())}.</span>{' '}
            {outdated ? 'You have made changes since; a new return brings all of them.' : null}
          </>
        )}
      </p>
      {file === null ? null : (
        <div className={styles.file}>
          {file.unsent === 0 ? null : (
            <p role="alert">
              {file.unsent === 1 ? 'One comment is' : `${file.unsent} comments are`} still being written and
              not in this return. Send {file.unsent === 1 ? 'it' : 'them'}, then make the return again.
            </p>
          )}
          <FileChip
            name={file.name}
            size={file.bytes.length}
            saved={file.saved}
            onDragOut={drag}
            onSave={() => void save()}
            onPut={hasFolder ? () => void put() : undefined}
          />
        </div>
      )}
    </>
  )
}
