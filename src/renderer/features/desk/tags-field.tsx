import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Session } from '../../store/session.ts'
import { Icon } from '../../ui/icon.tsx'
import { addTag } from './add-tag.ts'
import styles from './tags-field.module.css'
import { problemOf } from './use-detail-draft.ts'

interface TagsFieldProps {
  readonly session: Session
  readonly tags: readonly string[]
}

/** The tags as chips: Enter or a comma adds one, Backspace in the empty field takes the last away. */
export function TagsField({ session, tags }: TagsFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()

  const keep = (next: readonly string[]): boolean => {
    const problem = problemOf('tags', next)
    setError(problem)
    if (problem !== undefined) return false
    const result = session.setDetail('tags', [...next])
    if (!result.ok) setError(result.error.message)
    return result.ok
  }

  const add = () => {
    const next = addTag(tags, text)
    if (next === tags || keep(next)) setText('')
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) {
      event.preventDefault()
      keep(tags.slice(0, -1))
    }
  }

  const remove = (tag: string) => {
    keep(tags.filter(other => other !== tag))
    input.current?.focus()
  }

  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Tags
      </label>
      <div className={styles.box} data-invalid={error === undefined ? undefined : ''}>
        {tags.map(tag => (
          <span key={tag} className={styles.chip}>
            <span className={styles.word}>{tag}</span>
            <button
              type="button"
              className={styles.remove}
              aria-label={`Remove the tag ${tag}`}
              onClick={() => remove(tag)}
            >
              <Icon of={X} />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          className={styles.input}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={`${id}-about`}
          autoComplete="off"
        />
      </div>
      <p id={`${id}-about`} className={error === undefined ? styles.hint : styles.error}>
        {error ?? 'Enter or a comma adds one. They sort the library and go into front matter.'}
      </p>
    </div>
  )
}
