import {
  CircleAlert,
  CircleCheck,
  type LucideIcon,
  MessageSquare,
  MessageSquareWarning,
  PenLine,
  TextCursorInput,
} from 'lucide-react'
import { Avatar, authorStyle } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type People, personOf } from '../../ui/people.ts'
import { fullTime, shortTime } from '../../ui/when.ts'
import type { MergeItem } from './merge-items.ts'
import styles from './merge-screen.module.css'

const icons: Readonly<Record<MergeItem['kind'], LucideIcon>> = {
  comment: MessageSquare,
  suggestion: PenLine,
  edit: TextCursorInput,
  approval: CircleCheck,
  request: MessageSquareWarning,
  conflict: CircleAlert,
}

/** One thing that a return brings, with its words and those around its place. */
export function MergeItemRow({ item, people }: { readonly item: MergeItem; readonly people: People }) {
  const { kind, label, author, time, line, said } = item
  const person = personOf(people, author)
  const now = new Date()
  return (
    <li className={styles.item} data-kind={kind} style={authorStyle(person)}>
      <span className={styles.kind}>
        <Icon of={icons[kind]} />
        {label}
      </span>
      <div className={styles.words}>
        {line.length === 0 ? null : (
          <p className={styles.line} dir="auto">
            {line.map(({ kind: Part, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no identity but their order
              <Part key={index}>{text}</Part>
            ))}
          </p>
        )}
        {said === '' ? null : (
          <p className={styles.said} dir="auto">
            {said}
          </p>
        )}
      </div>
      <span className={styles.by}>
        {author === '' ? null : <Avatar person={person} alone />}
        {time === '' ? null : (
          <time dateTime={time} title={fullTime(time, now)}>
            {shortTime(time, now)}
          </time>
        )}
      </span>
    </li>
  )
}
