import { useMemo } from 'react'
import { type Details, emptyDetails } from '../../../core/briefing/details.ts'
import type { MarkdownImport } from '../../../core/import/markdown.ts'
import styles from './import-review.module.css'
import { PagePreview } from './page-preview.tsx'
import { rolesOf, tally } from './tally.ts'

/** What was read of a Markdown file, which names its own structure, beside the page that results. */
export function MarkdownReview({ imported }: { imported: MarkdownImport }) {
  const { doc, details, notes } = imported
  const counts = useMemo(() => tally(rolesOf(doc)), [doc])
  const read = detailWords(details)
  return (
    <>
      <div className={styles.lines}>
        <p className={styles.summary} role="status">
          {counts}
        </p>
        <div className={styles.read}>
          {read.length === 0 ? null : (
            <section aria-labelledby="import-details">
              <h2 id="import-details">Details from the front matter</h2>
              <dl className={styles.details}>
                {read.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd dir="auto">{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          <section aria-labelledby="import-notes">
            <h2 id="import-notes">What was not taken as it stood</h2>
            {notes.length === 0 ? (
              <p>Nothing: everything in the file has its place in the briefing.</p>
            ) : (
              <ul className={styles.notes}>
                {notes.map(note => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
          </section>
        </div>
      </div>
      <PagePreview publication={imported} />
    </>
  )
}

/** The details that differ from those of an empty briefing, with their names for the user. */
function detailWords(details: Details): [name: string, value: string][] {
  const all: [keyof Details, string, string][] = [
    ['byline', 'Byline', details.byline],
    ['dateline', 'Dateline', details.dateline],
    ['date', 'Date', details.date],
    ['language', 'Language', details.language],
    ['slug', 'Slug', details.slug],
    ['tags', 'Tags', details.tags.join(', ')],
  ]
  return all
    .filter(([key, , value]) => value !== '' && value !== emptyDetails[key])
    .map(([, name, value]) => [name, value])
}
