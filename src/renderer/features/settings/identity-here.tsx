import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import { IdentityFields } from './identity-fields.tsx'
import styles from './identity-here.module.css'
import { useIdentityDraft } from './use-identity-draft.ts'

/** Asks for the name that signs where it is needed; gone, with its use, once a name is kept. */
export function IdentityHere({ why }: { readonly why: string }) {
  const draft = useIdentityDraft()
  const keep = async () => {
    const kept = await draft.keep()
    if (!kept.ok) notify({ kind: 'error', message: 'Your name could not be saved.', failure: kept.error })
  }
  return (
    <form
      className={styles.here}
      aria-label="Your name"
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      <p className={styles.why}>{why}</p>
      <IdentityFields draft={draft} />
      <Button type="submit" className={styles.keep} disabled={!draft.complete}>
        This is me
      </Button>
    </form>
  )
}
