import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { readDraft, writeDraft } from '../../store/drafts.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './composer.module.css'

interface ComposerProps {
  /** The name of the text field. */
  readonly label: string
  /** What the button says. */
  readonly action: string
  /** Where the words are kept while they are written; another place for each text. */
  readonly draft: string
  /** What stands in it at first. */
  readonly initial?: string
  /** Lets it be submitted without words. */
  readonly optional?: boolean
  readonly placeholder?: string
  /** Answers whether the words were taken; those that were not stay. */
  /** More to say about it, between the words and the buttons. */
  readonly children?: ReactNode
  readonly onSubmit: (text: string) => boolean
  readonly onCancel: () => void
}

/** Where a comment is written: Ctrl+Enter submits, Escape cancels. What is written outlives the window. */
export function Composer(props: ComposerProps) {
  const { label, action, draft, initial = '', optional = false, placeholder, onSubmit, onCancel } = props
  const [text, setText] = useState(() => readDraft(draft) ?? initial)
  const box = useRef<HTMLDivElement>(null)
  const complete = optional || text.trim() !== ''

  useEffect(() => {
    const field = box.current?.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])

  const change = (next: string) => {
    setText(next)
    writeDraft(draft, next)
  }
  const submit = () => {
    if (complete && onSubmit(text.trim())) writeDraft(draft, '')
  }
  const cancel = () => {
    writeDraft(draft, '')
    onCancel()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field and its buttons
    <div ref={box} className={styles.composer} onKeyDown={onKeyDown}>
      <TextArea label={label} placeholder={placeholder} value={text} onChange={change} maxLength={20_000} />
      {props.children}
      <div className={styles.buttons}>
        <Button variant="primary" disabled={!complete} onClick={submit} title="Ctrl+Enter">
          {action}
        </Button>
        <Button variant="quiet" onClick={cancel} title="Esc">
          Cancel
        </Button>
      </div>
    </div>
  )
}
