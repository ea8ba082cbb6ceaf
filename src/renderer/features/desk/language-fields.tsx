import { useState } from 'react'
import { type Details, directionOf } from '../../../core/briefing/details.ts'
import type { Session } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { DetailField } from './detail-field.tsx'
import styles from './details-panel.module.css'
import { languages } from './languages.ts'

interface LanguageFieldsProps {
  readonly session: Session
  readonly details: Details
}

const another = 'another'

/** Language and direction. The direction follows the language until the user sets it. */
export function LanguageFields({ session, details }: LanguageFieldsProps) {
  const listed = languages.some(({ tag }) => tag === details.language)
  const [typing, setTyping] = useState(!listed)
  const natural = directionOf(details.language)

  const choose = (tag: string) => {
    setTyping(tag === another)
    if (tag !== another) setLanguage(session, tag)
  }

  return (
    <>
      <Select
        label="Language"
        value={typing ? another : details.language}
        options={[
          ...languages.map(({ tag, name }) => ({ value: tag, label: name })),
          { value: another, label: 'Another language…' },
        ]}
        onChange={choose}
      />
      {typing ? (
        <DetailField
          session={followingDirection(session)}
          name="language"
          label="Language tag"
          hint="As web pages name it: two or three letters, then a region or script, such as pt-BR"
          kept={details.language}
          spellCheck={false}
        />
      ) : null}
      <Select
        label="Direction"
        value={details.direction}
        options={[
          { value: 'ltr', label: 'Left to right' },
          { value: 'rtl', label: 'Right to left' },
        ]}
        onChange={direction => session.setDetail('direction', direction)}
      />
      {details.direction === natural ? null : (
        <p className={styles.aside}>
          Not the usual direction of this language.
          <Button variant="quiet" onClick={() => session.setDetail('direction', natural)}>
            Follow the language
          </Button>
        </p>
      )}
    </>
  )
}

/** The session, but setting the language there takes the direction along. */
function followingDirection(session: Session): Session {
  return {
    ...session,
    setDetail: (name, value) =>
      name === 'language' && typeof value === 'string'
        ? setLanguage(session, value)
        : session.setDetail(name, value),
  }
}

function setLanguage(session: Session, tag: string) {
  const { language, direction } = session.state.getState().briefing.details
  const followed = direction === directionOf(language)
  const result = session.setDetail('language', tag)
  if (result.ok && followed && directionOf(tag) !== direction) {
    return session.setDetail('direction', directionOf(tag))
  }
  return result
}
