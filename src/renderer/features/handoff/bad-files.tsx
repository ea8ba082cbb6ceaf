import { useState } from 'react'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Refused } from '../../store/arrivals.ts'
import { openRest } from '../../store/open-file.ts'
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import styles from './merge-screen.module.css'
import { restWords } from './rest-words.ts'

interface BadFilesProps {
  readonly files: readonly Refused[]
  /** Shows a briefing that was made of what could be read. */
  readonly onShow: (id: LogId) => void
}

/** Files that cannot be taken in, each with the reason. What can still be read can become a new briefing. */
export function BadFiles({ files, onShow }: BadFilesProps) {
  if (files.length === 0) return null
  return (
    <section className={styles.aside} aria-label="Not taken in">
      <h2 className={styles.small}>Not taken in</h2>
      <ul className={styles.list}>
        {files.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files can have one name
          <BadFile key={index} file={file} onShow={onShow} />
        ))}
      </ul>
    </section>
  )
}

function BadFile({ file, onShow }: { readonly file: Refused } & Pick<BadFilesProps, 'onShow'>) {
  const { name, failure, rest } = file
  const [made, setMade] = useState<LogId | 'busy' | null>(null)
  const open = async () => {
    if (rest === undefined || rest === null) return
    setMade('busy')
    const opened = await openRest(name, rest)
    setMade(opened.ok ? opened.value : null)
    if (opened.ok) return
    notify({ kind: 'error', message: `“${name}” could not be opened.`, failure: opened.error })
  }
  return (
    <li>
      <strong>“{name}”</strong>: {failure.entry === undefined ? '' : `${failure.entry}: `}
      {failure.message.replace(/\.$/, '')}. Nothing was changed by it. ({failure.code})
      {rest === undefined || rest === null ? null : (
        <>
          {' '}
          {restWords[rest.what]}{' '}
          {made === null || made === 'busy' ? (
            <Button disabled={made === 'busy'} onClick={() => void open()}>
              Open that as a new briefing
            </Button>
          ) : (
            <Button onClick={() => onShow(made)}>Show it</Button>
          )}
        </>
      )}
    </li>
  )
}
