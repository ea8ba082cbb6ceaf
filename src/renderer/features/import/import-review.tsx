import type { Node } from 'prosemirror-model'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ChosenFile } from '../../../contract/channels.ts'
import type { Details } from '../../../core/briefing/details.ts'
import { documentFromLines } from '../../../core/import/text.ts'
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import layout from '../../ui/screen.module.css'
import styles from './import-review.module.css'
import { MarkdownReview } from './markdown-review.tsx'
import { type Reading, readImport } from './read-import.ts'
import { TextReview } from './text-review.tsx'

export interface Imported {
  readonly doc: Node
  readonly details: Details
}

interface ImportReviewProps {
  /** Give the component a `key` per file, so that each file starts anew. */
  file: ChosenFile
  /** Which of several files this is, counted from 1. */
  place?: { readonly at: number; readonly of: number }
  /** The user took it: make a briefing of it. */
  onAccept: (imported: Imported) => Promise<void> | void
  /** The user did not want it, or it could not be read, which the user was told. Nothing was made. */
  onCancel: () => void
}

/** I1: shows what was inferred from a file and lets the user change it before anything is made of it. */
export function ImportReview({ file, place, onAccept, onCancel }: ImportReviewProps) {
  const read = useMemo(() => readImport(file), [file])
  const refused = useRef(false)
  useEffect(() => {
    if (read.ok || refused.current) return
    refused.current = true
    notify({
      kind: 'error',
      message: `“${file.name}” was not imported; nothing was changed.`,
      failure: { code: read.error.code, message: read.error.message },
    })
    onCancel()
  }, [read, file, onCancel])
  if (!read.ok) return null
  return <Review name={file.name} first={read.value} place={place} onAccept={onAccept} onCancel={onCancel} />
}

interface ReviewProps extends Pick<ImportReviewProps, 'onAccept' | 'onCancel'> {
  name: string
  /** As it was read; the user changes a copy. */
  first: Reading
  place: ImportReviewProps['place']
}

function Review({ name, first, place, onAccept, onCancel }: ReviewProps) {
  const [reading, setReading] = useState(first)
  const [accepting, setAccepting] = useState(false)
  const accept = useRef<HTMLButtonElement>(null)
  useEffect(() => accept.current?.focus(), [])

  const take = async () => {
    setAccepting(true)
    // A long text takes a moment to build: the button says so first.
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    const imported = reading.kind === 'text' ? documentFromLines(reading.lines) : reading.imported
    await onAccept({ doc: imported.doc, details: imported.details })
    setAccepting(false)
  }

  return (
    <main className={layout.screen}>
      <section className={layout.region} aria-label="Import">
        <header className={layout.bar}>
          <h1 className={styles.title}>
            Import <span className={styles.name}>{name}</span>
          </h1>
          {place === undefined || place.of < 2 ? null : (
            <span className={styles.place}>
              {place.at} of {place.of}
            </span>
          )}
          <Button className={styles.cancel} onClick={onCancel} disabled={accepting}>
            {place !== undefined && place.at < place.of ? 'Skip' : 'Cancel'}
          </Button>
          <Button ref={accept} variant="primary" onClick={() => void take()} disabled={accepting}>
            {accepting ? 'Importing…' : 'Accept'}
          </Button>
        </header>
        <div className={styles.body}>
          {reading.kind === 'text' ? (
            <TextReview lines={reading.lines} onLines={lines => setReading({ kind: 'text', lines })} />
          ) : (
            <MarkdownReview imported={reading.imported} />
          )}
        </div>
      </section>
    </main>
  )
}
