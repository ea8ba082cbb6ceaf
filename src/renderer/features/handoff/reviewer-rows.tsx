import { Plus, X } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { Author } from '../../../core/briefing/author.ts'
import type { Rights } from '../../../core/briefing/handoff.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { SuggestField } from '../../ui/suggest-field.tsx'
import { namesFor, type Row } from './recipients.ts'
import { rightsUpTo } from './rights-words.ts'
import styles from './send-form.module.css'

interface ReviewerRowsProps {
  readonly rows: readonly Row[]
  readonly onChange: (rows: readonly Row[]) => void
  readonly known: readonly Author[]
  /** The sender's id. */
  readonly me: string
  /** The most that can be given. */
  readonly most: Rights
  /** What is wrong with a row, by its key. */
  readonly wrong: ReadonlyMap<string, string>
  readonly firstRef: RefObject<HTMLInputElement | null>
}

export function newRow(rights: Rights): Row {
  return { key: crypto.randomUUID(), name: '', rights }
}

/** Who gets a copy, and what they may do with it. */
export function ReviewerRows({ rows, onChange, known, me, most, wrong, firstRef }: ReviewerRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const count = useRef(rows.length)
  useEffect(() => {
    // The row that was added, or the one before the row that went.
    if (count.current !== rows.length)
      list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
    count.current = rows.length
  }, [rows])

  const change = (key: string, changed: Partial<Row>) =>
    onChange(rows.map(row => (row.key === key ? { ...row, ...changed } : row)))
  return (
    <>
      <ul ref={list} className={styles.rows} aria-label="Reviewers">
        {rows.map((row, index) => (
          <li key={row.key} className={styles.row}>
            <SuggestField
              {...(index === 0 ? { inputRef: firstRef } : {})}
              label={`Name of reviewer ${index + 1}`}
              value={row.name}
              onChange={name => change(row.key, { name })}
              options={namesFor(row, rows, known, me)}
              placeholder="Name"
              maxLength={120}
              error={wrong.get(row.key)}
            />
            <Select
              label={`What reviewer ${index + 1} may do`}
              labelHidden
              value={row.rights}
              options={rightsUpTo(most)}
              onChange={rights => change(row.key, { rights })}
            />
            {rows.length === 1 ? null : (
              <IconButton
                label={`Remove reviewer ${index + 1}`}
                icon={X}
                onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
              />
            )}
          </li>
        ))}
      </ul>
      <Button
        variant="quiet"
        icon={Plus}
        className={styles.add}
        onClick={() => onChange([...rows, newRow(rows.at(-1)?.rights ?? most)])}
      >
        Add a reviewer
      </Button>
    </>
  )
}
