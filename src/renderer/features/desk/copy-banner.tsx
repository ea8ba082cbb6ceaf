import { ChevronDown, ChevronUp, FileUser } from 'lucide-react'
import { useStore } from 'zustand'
import type { Invitation } from '../../../core/briefing/handoff.ts'
import { rememberOfCopy } from '../../store/returns.ts'
import type { Session } from '../../store/session.ts'
import { useSettings } from '../../store/settings.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { type People, personOf } from '../../ui/people.ts'
import { fullTime } from '../../ui/when.ts'
import styles from './copy-banner.module.css'
import { boundsWords, firstName, mayWords, whenWords } from './copy-words.ts'
import { ReturnLine } from './return-line.tsx'
import { SignedAs } from './signed-as.tsx'
import type { CopyReturn } from './use-return.ts'

interface CopyBannerProps {
  readonly session: Session
  readonly people: People
  readonly returned: CopyReturn
}

/** What stands over a review copy (H2): whose it is, what is asked, what one may do, and who signs. Nothing over a master. */
export function CopyBanner(props: CopyBannerProps) {
  const copy = useStore(props.session.state, ({ briefing }) => briefing.records.handoff.copy)
  return copy === null ? null : <OfCopy {...props} copy={copy} />
}

function OfCopy({ session, people, returned, copy }: CopyBannerProps & { readonly copy: Invitation }) {
  const { copies, author } = useSettings()
  const folded = copies?.[copy.copy]?.folded === true
  const sender = personOf(people, copy.sender).name
  const isSender = copy.sender === author.id
  const may = mayWords[copy.rights]
  const now = new Date()
  return (
    <section className={styles.banner} aria-label="Review copy" data-folded={folded || undefined}>
      <Icon of={FileUser} />
      <div className={styles.words}>
        <p className={styles.first}>
          <strong>
            {isSender
              ? `Your review copy for ${copy.reviewer.name}`
              : `A review copy of ${sender}’s briefing`}
          </strong>
          {folded ? ` · ${may}` : null}
          <span title={fullTime(copy.time, now)}>
            {isSender ? ', made ' : folded ? '' : ', sent '}
            {isSender || !folded ? `${whenWords(copy.time, now)}.` : ''}
          </span>
        </p>
        {folded ? null : (
          <>
            {copy.asks === '' ? null : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, by keyboard too
              <blockquote className={styles.asks} dir="auto" tabIndex={0} aria-label="What is asked">
                {copy.asks}
              </blockquote>
            )}
            <p>
              {may}: {boundsWords(copy.rights, isSender ? 'you' : firstName(sender))}{' '}
              <SignedAs copy={copy} session={session} />
            </p>
            <ReturnLine returned={returned} sender={isSender ? null : sender} />
          </>
        )}
      </div>
      <IconButton
        label={folded ? 'Show what is asked' : 'Fold'}
        icon={folded ? ChevronDown : ChevronUp}
        aria-expanded={!folded}
        onClick={() => void rememberOfCopy(copy.copy, { folded: !folded })}
      />
    </section>
  )
}
