import { type RefObject, useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'
import styles from './identity-fields.module.css'
import type { IdentityDraft } from './use-identity-draft.ts'

interface IdentityFieldsProps {
  readonly draft: IdentityDraft
  readonly nameRef?: RefObject<HTMLInputElement | null>
}

/** The two fields that say who writes here. */
export function IdentityFields({ draft, nameRef }: IdentityFieldsProps) {
  // While it has the keyboard the field may be empty; left empty, it takes the name's initials again.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className={styles.fields}>
      <TextField
        ref={nameRef}
        label="Name"
        value={draft.name}
        onChange={draft.setName}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        label="Initials"
        value={typed ?? draft.initials}
        onChange={value => {
          setTyped(value)
          draft.setInitials(value)
        }}
        onBlur={() => setTyped(null)}
        maxLength={4}
        autoComplete="off"
        spellCheck={false}
      />
    </div>
  )
}
