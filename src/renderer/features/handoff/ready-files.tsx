import { useEffect, useRef, useState } from 'react'
import { useDeskFolder } from '../../store/desk-folder.ts'
import { dragOut, putOut, type SavedFiles, saveOut } from '../../store/hand-out.ts'
import type { SentCopy } from '../../store/sending.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { FileChip } from '../../ui/file-chip.tsx'
import { type People, personOf } from '../../ui/people.ts'
import styles from './ready-files.module.css'
import { mayWords } from './rights-words.ts'

interface ReadyFilesProps {
  readonly copies: readonly SentCopy[]
  readonly people: People
  /** What became of them when all were saved together; null where they were not. */
  readonly together: SavedFiles | null
}

/** The files that were made, to be dragged out or saved. */
export function ReadyFiles({ copies, people, together }: ReadyFilesProps) {
  const [saved, setSaved] = useState<ReadonlyMap<string, string>>(new Map())
  const hasFolder = useDeskFolder() !== null
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => part.current?.focus(), [])
  const failed = together?.files.filter(({ failure }) => failure !== null) ?? []
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for a form's fields
    <div ref={part} className={styles.ready} tabIndex={-1} role="group" aria-label="Copies to send">
      <p className={styles.about}>
        Drag each file into a mail to its reviewer, or save it and send it as you like. You can have it again
        under “Out for review” in the Review panel.
      </p>
      {together === null ? null : (
        <div className={styles.told} role="status">
          {failed.length === together.files.length ? null : (
            <p>
              Saved in “{together.folder}”: {together.files.length - failed.length} of {together.files.length}
              .
            </p>
          )}
          {failed.map(({ name, failure }) => (
            <p key={name} className={styles.failed}>
              “{name}” was not written. {failure?.message} ({failure?.code})
            </p>
          ))}
        </div>
      )}
      <ul className={styles.list}>
        {copies.map(({ copy, reviewer, rights, file }, index) => {
          const one = together?.files[index]
          const noteSaved = (name: string | null) => {
            if (name !== null) setSaved(known => new Map(known).set(copy, name))
          }
          return (
            <li key={copy} className={styles.copy}>
              <p className={styles.who}>
                <Avatar person={people.has(reviewer.id) ? personOf(people, reviewer.id) : reviewer} />
                <span className={styles.name}>{reviewer.name}</span>
                <span className={styles.may}>{mayWords(rights)}</span>
              </p>
              <FileChip
                name={file.name}
                size={file.bytes.length}
                saved={saved.get(copy) ?? (one?.failure === null ? one.name : null)}
                onDragOut={() => void dragOut(file)}
                onSave={() => void saveOut(file).then(noteSaved)}
                onPut={hasFolder ? () => void putOut(file, copy).then(noteSaved) : undefined}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
