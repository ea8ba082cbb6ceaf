import type { ComponentProps, KeyboardEvent } from 'react'
import type { Session } from '../../store/session.ts'
import { TextField } from '../../ui/text-field.tsx'
import { type TextDetail, useDetailDraft } from './use-detail-draft.ts'

interface DetailFieldProps
  extends Pick<ComponentProps<'input'>, 'type' | 'placeholder' | 'spellCheck' | 'autoFocus'> {
  readonly session: Session
  readonly name: TextDetail
  readonly label: string
  readonly hint?: string
  /** The value in the briefing. */
  readonly kept: string
}

/** One detail as a line of text, kept as it is typed. */
export function DetailField({ session, name, label, hint, kept, ...input }: DetailFieldProps) {
  const draft = useDetailDraft(session, name, kept)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) draft.keep()
  }
  return (
    <TextField
      label={label}
      hint={hint}
      error={draft.error}
      value={draft.value}
      onChange={draft.change}
      onBlur={draft.keep}
      onKeyDown={onKeyDown}
      autoComplete="off"
      {...input}
    />
  )
}
