import { useId } from 'react'
import type { Showable } from '../../../core/handoff/goes-along.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { type People, type Person, personOf } from '../../ui/people.ts'
import styles from './goes-along.module.css'

interface GoesAlongProps {
  readonly items: readonly Showable[]
  readonly people: People
  /** The sender's id. */
  readonly me: string
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ids: readonly string[], ticked: boolean) => void
}

/** The threads and suggestions that may go along, by whose they are; resolved threads apart. */
export function GoesAlong({ items, people, me, ticked, onTick }: GoesAlongProps) {
  const open = items.filter(({ isResolved }) => !isResolved)
  const resolved = items.filter(({ isResolved }) => isResolved)
  const authors = [...new Set([me, ...open.map(({ author }) => author)])]
  const group = { people, ticked, onTick }
  return (
    <>
      {authors.map(author => {
        const person = personOf(people, author)
        const own = open.filter(item => item.author === author)
        const name = author === me ? `${person.name} (you)` : person.name
        return own.length === 0 ? null : (
          <Group key={author} {...group} person={person} name={name} items={own} />
        )
      })}
      {resolved.length === 0 ? null : (
        <Group {...group} person={null} name="Resolved threads" items={resolved} />
      )}
    </>
  )
}

interface GroupProps extends Pick<GoesAlongProps, 'items' | 'people' | 'ticked' | 'onTick'> {
  /** Whose they are, where they are one person's. */
  readonly person: Person | null
  readonly name: string
}

function Group({ person, name, items, people, ticked, onTick }: GroupProps) {
  const id = useId()
  const count = items.filter(item => ticked.has(item.id)).length
  const isAll = count === items.length
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <legend> cannot stand in a row with a button
    <div role="group" aria-labelledby={id} className={styles.group}>
      <div className={styles.head}>
        {person === null ? null : <Avatar person={person} />}
        <h3 id={id} className={styles.name}>
          {name}
        </h3>
        <span className={styles.count}>
          {count} of {items.length}
        </span>
        <Button
          variant="quiet"
          className={styles.all}
          aria-label={`${isAll ? 'None' : 'All'} of ${name}`}
          onClick={() =>
            onTick(
              items.map(item => item.id),
              !isAll,
            )
          }
        >
          {isAll ? 'None' : 'All'}
        </Button>
      </div>
      <ul className={styles.items}>
        {items.map(item => (
          <li key={item.id}>
            <Checkbox
              checked={ticked.has(item.id)}
              onChange={next => onTick([item.id], next)}
              {...hintOf(item, person === null, people)}
            >
              <span className={styles.words} dir="auto">
                {item.words}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a thread is about, and who else is in it. */
function hintOf(item: Showable, isNamed: boolean, people: People): { hint?: string } {
  if (item.kind === 'suggestion') return {}
  const names = item.others.map(id => personOf(people, id).name).join(', ')
  const replies = item.replies === 0 ? '' : `${item.replies} ${item.replies === 1 ? 'reply' : 'replies'}`
  const parts = [
    ...(isNamed ? [`By ${personOf(people, item.author).name}`] : []),
    item.about === null ? 'On the whole briefing' : `On “${excerpt(item.about)}”`,
    ...(replies === '' ? [] : [names === '' ? replies : `${replies}, with ${names}`]),
  ]
  return { hint: parts.join(' · ') }
}

const longest = 60

function excerpt(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()]
  return characters.length > longest
    ? `${characters.slice(0, longest).join('').trimEnd()}…`
    : characters.join('')
}
