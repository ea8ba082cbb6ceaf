import { Check, CornerDownLeft, MessageSquare, RotateCcw, TriangleAlert } from 'lucide-react'
import type { Node } from 'prosemirror-model'
import { useMemo, useState } from 'react'
import type { Briefing } from '../../../core/briefing/briefing.ts'
import type { HeldConflict } from '../../../core/briefing/handoff.ts'
import { placeOfConflict } from '../../../core/review/conflict-place.ts'
import { describeConflict, lostLinks } from '../../../core/review/describe-conflict.ts'
import { authorStyle } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type People, personOf } from '../../ui/people.ts'
import { fullTime, shortTime } from '../../ui/when.ts'
import { CardHead } from './comment-item.tsx'
import type { ConflictActions } from './conflict-actions.ts'
import { ConflictNow } from './conflict-now.tsx'
import styles from './review-card.module.css'

interface ConflictCardProps {
  readonly conflict: HeldConflict
  readonly people: People
  readonly reachable: boolean
  /** The text as it is now. */
  readonly doc: Node
  /** What stands beside it: proposals are about that. */
  readonly briefing: Briefing
  /** Null where whoever sits here may not deal with it. */
  readonly actions: ConflictActions | null
  /** Whether the text can be written in; in Viewing it stays as it is. */
  readonly canWrite: boolean
}

const states = {
  lost: 'Not in the text',
  overlap: 'Met other work',
  proposal: 'Proposal',
  refused: 'Refused',
} as const
const taken = { lost: 'Put in', overlap: 'Kept as it is', proposal: 'Set', refused: 'Put in' } as const
const tags = { inserted: 'ins', deleted: 'del', named: 'q' } as const

/** So many characters of the words are shown until all are asked for. */
const most = 280
/** So many links of lost words are shown; all are put in with them. */
const mostLinks = 5

/** Something of a return that is not in the briefing as it was meant, to be dealt with (H3). */
export function ConflictCard(props: ConflictCardProps) {
  const { conflict, people, reachable, doc, briefing, actions, canWrite } = props
  const { author, time, kind, settled } = conflict
  const [whole, setWhole] = useState(false)
  const person = personOf(people, author)
  const { did, words, outcome } = describeConflict(conflict)
  const place = useMemo(
    () => (settled === null ? placeOfConflict(doc, conflict) : null),
    [doc, conflict, settled],
  )
  const content = conflict.content.trim()
  const isLong = content.length > most
  const Words = tags[words]
  return (
    <>
      <CardHead person={person} time={time} />
      {settled === null ? (
        <p className={styles.lost}>
          <Icon of={TriangleAlert} />
          {states[kind]}
        </p>
      ) : (
        <p className={styles.settled}>
          <Icon of={Check} />
          <span>
            {settledWords(kind, settled.as)} by {personOf(people, settled.author).name},{' '}
            <time dateTime={settled.time} title={fullTime(settled.time)}>
              {shortTime(settled.time, new Date())}
            </time>
          </span>
        </p>
      )}
      <p className={styles.summary} style={authorStyle(person)} dir="auto">
        {content === '' ? did : `${did}${words !== 'named' && did.includes(' ') ? ':' : ''} `}
        {content === '' ? null : (
          <Words>{isLong && !whole ? `${content.slice(0, most).trimEnd()}…` : content}</Words>
        )}
      </p>
      {isLong ? (
        <button
          type="button"
          className={styles.moreWords}
          tabIndex={reachable ? 0 : -1}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Show less' : 'Show all of it'}
        </button>
      ) : null}
      {settled !== null ? null : (
        <>
          {outcome === '' ? null : <p className={styles.about}>{outcome}</p>}
          {[...new Set(lostLinks(conflict))].slice(0, mostLinks).map(link => (
            <p key={link} className={styles.about} dir="auto">
              {link}
            </p>
          ))}
          <ConflictNow conflict={conflict} place={place} person={person} briefing={briefing} />
        </>
      )}
      {actions === null ? null : (
        <ConflictButtons
          conflict={conflict}
          name={person.name}
          hasPlace={place !== null}
          reachable={reachable}
          canWrite={canWrite}
          actions={actions}
        />
      )}
    </>
  )
}

function settledWords(kind: HeldConflict['kind'], as: NonNullable<HeldConflict['settled']>['as']): string {
  switch (as) {
    case 'taken':
      return taken[kind]
    case 'comment':
      return 'Turned into a comment'
    case 'dismissed':
      return 'Dismissed'
  }
}

interface ConflictButtonsProps {
  readonly conflict: HeldConflict
  readonly name: string
  readonly hasPlace: boolean
  readonly reachable: boolean
  readonly canWrite: boolean
  readonly actions: ConflictActions
}

function ConflictButtons(props: ConflictButtonsProps) {
  const { conflict, name, hasPlace, reachable, canWrite, actions } = props
  const { kind, proposal, settled } = conflict
  const tabIndex = reachable ? 0 : -1
  if (settled !== null) {
    return (
      <div className={styles.buttons}>
        <Button icon={RotateCcw} tabIndex={tabIndex} onClick={() => actions.reopen(conflict)}>
          Reopen
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.buttons}>
      {describeConflict(conflict).insertable ? (
        <Button
          icon={CornerDownLeft}
          tabIndex={tabIndex}
          disabled={!canWrite}
          title={canWrite ? undefined : 'In Viewing the text stays as it is'}
          onClick={() => actions.insert(conflict)}
        >
          {hasPlace ? 'Insert here' : 'Insert at cursor'}
        </Button>
      ) : null}
      {proposal === null ? null : (
        <Button tabIndex={tabIndex} onClick={() => actions.set(conflict, proposal)}>
          Set
        </Button>
      )}
      {kind === 'overlap' ? (
        <Button tabIndex={tabIndex} onClick={() => actions.keep(conflict)}>
          Keep as it is
        </Button>
      ) : null}
      <Button icon={MessageSquare} tabIndex={tabIndex} onClick={() => actions.comment(conflict, name)}>
        Turn into comment
      </Button>
      <Button tabIndex={tabIndex} onClick={() => actions.dismiss(conflict)}>
        Dismiss
      </Button>
    </div>
  )
}
