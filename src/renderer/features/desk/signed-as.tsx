import type { Invitation } from '../../../core/briefing/handoff.ts'
import type { Session } from '../../store/session.ts'
import { updateSettings, useSettings } from '../../store/settings.ts'
import { useSigner } from '../../store/use-signer.ts'
import { runCommand } from '../../ui/commands.ts'
import styles from './copy-banner.module.css'
import { firstName } from './copy-words.ts'

interface SignedAsProps {
  readonly session: Session
  readonly copy: Invitation
}

/** Who signs what is written in a copy, and the way to say that one is somebody else, and back. */
export function SignedAs({ session, copy }: SignedAsProps) {
  const { author, asMyself = [] } = useSettings()
  const { name } = useSigner(session)
  const invited = copy.reviewer.name
  const others = asMyself.filter(id => id !== copy.copy)
  const isMyself = others.length < asMyself.length
  if (copy.sender === author.id) return <>Signed as {name}.</>
  if (isMyself) {
    return (
      <>
        It was made for {invited}; you sign as {name}.{' '}
        {author.name === '' ? (
          <LinkButton onClick={() => runCommand('help.identity')}>Give your name…</LinkButton>
        ) : null}{' '}
        <LinkButton onClick={() => void updateSettings({ asMyself: others })}>
          I am {firstName(invited)}
        </LinkButton>
      </>
    )
  }
  return (
    <>
      {name === invited ? `Signed as ${name}.` : `Made for ${invited}, signed as ${name}.`}{' '}
      <LinkButton onClick={() => void updateSettings({ asMyself: [...others, copy.copy] })}>
        Not {firstName(invited)}?
      </LinkButton>
    </>
  )
}

function LinkButton({
  onClick,
  children,
}: {
  readonly onClick: () => void
  readonly children: React.ReactNode
}) {
  return (
    <button type="button" className={styles.link} onClick={onClick}>
      {children}
    </button>
  )
}
