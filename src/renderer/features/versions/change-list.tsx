import { type KeyboardEvent, useRef } from 'react'
import styles from './change-list.module.css'
import type { DetailChange, TextChange } from './changes.ts'

interface ChangeListProps {
  readonly changes: readonly TextChange[]
  readonly details: readonly DetailChange[]
  readonly current: number
  readonly onChoose: (index: number) => void
}

/** So many characters of a change's words are listed. */
const most = 90

/** The changes between two versions; choosing one brings it into view. One tab stop, arrow keys go through. */
export function ChangeList({ changes, details, current, onChoose }: ChangeListProps) {
  const list = useRef<HTMLOListElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const last = changes.length - 1
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: last }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const index = Math.max(0, Math.min(last, next))
    onChoose(index)
    list.current?.querySelectorAll<HTMLElement>('button')[index]?.focus()
  }
  const total = changes.length + details.length
  return (
    <nav className={styles.list} aria-label="Changes">
      <p className={styles.heading} role="status">
        {total === 0 ? 'No difference' : `${total} ${total === 1 ? 'change' : 'changes'}`}
      </p>
      {total === 0 ? <p className={styles.none}>These two versions read the same, in all fields.</p> : null}
      <ol ref={list}>
        {changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no identity but their order
          <li key={index}>
            <button
              type="button"
              className={styles.change}
              aria-current={index === current ? 'true' : undefined}
              tabIndex={index === current ? 0 : -1}
              onClick={() => onChoose(index)}
              onKeyDown={onKeyDown}
            >
              <span className={styles.field}>{change.field}</span>
              <span className={styles.words} dir="auto">
                <ChangeWords change={change} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {details.length === 0 ? null : (
        <ul className={styles.details}>
          {details.map(({ name, before, after }) => (
            <li key={name} className={styles.detail}>
              <span className={styles.field}>{detailNames[name]}</span>
              <span className={styles.words} dir="auto">
                {before === '' ? null : <del>{before}</del>} {after === '' ? null : <ins>{after}</ins>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}

const detailNames = {
  byline: 'Byline',
  dateline: 'Dateline',
  date: 'Date',
  language: 'Language',
  direction: 'Direction',
  slug: 'Slug',
  tags: 'Tags',
} as const

function ChangeWords({ change: { kind, deleted, inserted } }: { readonly change: TextChange }) {
  if (kind === 'break') return <>Paragraphs split or joined</>
  if (kind === 'form')
    return <>{deleted === '' ? 'Another kind of block' : `Formatting of “${short(deleted)}”`}</>
  return (
    <>
      {deleted === '' ? null : <del>{short(deleted)}</del>}{' '}
      {inserted === '' ? null : <ins>{short(inserted)}</ins>}
    </>
  )
}

function short(text: string): string {
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text
}
