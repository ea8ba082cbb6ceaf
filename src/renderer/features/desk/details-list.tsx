import { type Details, directionOf } from '../../../core/briefing/details.ts'
import styles from './details-list.module.css'
import { languageName } from './languages.ts'
import panel from './panel.module.css'

interface DetailsListProps {
  readonly details: Details
}

/** The details where they are not for whoever sits here to set (H2): what they are, and how to ask for others. */
export function DetailsList({ details }: DetailsListProps) {
  const direction = details.direction === 'rtl' ? 'Right to left' : 'Left to right'
  const usual = details.direction === directionOf(details.language)
  const entries: readonly (readonly [string, string])[] = [
    ['Byline', details.byline],
    ['Dateline', details.dateline],
    ['Date', details.date],
    ['Language', languageName(details.language)],
    ['Direction', usual ? direction : `${direction}, not the usual one of this language`],
    ['Slug', details.slug],
    ['Tags', details.tags.join(', ')],
  ]
  return (
    <section className={panel.panel} aria-label="Details" data-panel="details" tabIndex={-1}>
      <div className={styles.scroller}>
        <dl className={styles.list}>
          {entries.map(([name, value]) => (
            <div key={name} className={styles.entry}>
              <dt>{name}</dt>
              <dd dir="auto" data-empty={value === '' || undefined}>
                {value === '' ? 'Not set' : value}
              </dd>
            </div>
          ))}
        </dl>
        <p className={styles.about}>
          Whoever sent this copy sets the details. Ask for others in a comment on the whole briefing.
        </p>
      </div>
    </section>
  )
}
