import type { Node } from 'prosemirror-model'
import { fields } from '../../../core/briefing/briefing.ts'
import { type Details, slugify } from '../../../core/briefing/details.ts'
import type { Session } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from './date-field.tsx'
import { DetailField } from './detail-field.tsx'
import styles from './details-panel.module.css'
import { LanguageFields } from './language-fields.tsx'
import panel from './panel.module.css'
import { TagsField } from './tags-field.tsx'

interface DetailsPanelProps {
  readonly session: Session
  readonly details: Details
  /** The text, for what is made from it. */
  readonly doc: Node
}

/** The details beside the text (D5), each with what it is used for. */
export function DetailsPanel({ session, details, doc }: DetailsPanelProps) {
  const slug = slugify(fields(doc).headline.textContent)
  return (
    <section className={panel.panel} aria-label="Details" data-panel="details" tabIndex={-1}>
      <div className={styles.fields}>
        <DetailField
          session={session}
          name="byline"
          label="Byline"
          hint="Who wrote it, as it is published"
          kept={details.byline}
          spellCheck={false}
        />
        <DetailField
          session={session}
          name="dateline"
          label="Dateline"
          hint="Where it was written, above the headline"
          kept={details.dateline}
          spellCheck={false}
        />
        <DateField session={session} kept={details.date} />
        <hr className={styles.rule} />
        <LanguageFields session={session} details={details} />
        <hr className={styles.rule} />
        <div className={styles.withButton}>
          <DetailField
            session={session}
            name="slug"
            label="Slug"
            hint="The last part of its web address"
            kept={details.slug}
            spellCheck={false}
          />
          <Button
            disabled={slug === '' || slug === details.slug}
            onClick={() => session.setDetail('slug', slug)}
          >
            From headline
          </Button>
        </div>
        <TagsField session={session} tags={details.tags} />
      </div>
    </section>
  )
}
