import type { Failure } from '../../../core/result.ts'
import styles from './merge-screen.module.css'

interface BadFilesProps {
  readonly files: readonly { readonly name: string; readonly failure: Failure }[]
}

/** Files that cannot be taken in, each with the reason; nothing was done with them. */
export function BadFiles({ files }: BadFilesProps) {
  if (files.length === 0) return null
  return (
    <section className={styles.aside} aria-label="Not taken in">
      <h2 className={styles.small}>Not taken in</h2>
      <ul className={styles.list}>
        {files.map(({ name, failure }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files can have one name
          <li key={index}>
            <strong>“{name}”</strong>: {failure.entry === undefined ? '' : `${failure.entry}: `}
            {failure.message.replace(/\.$/, '')}. Nothing was changed by it. ({failure.code})
          </li>
        ))}
      </ul>
    </section>
  )
}
