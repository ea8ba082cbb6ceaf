import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { safeHref } from '../../../core/schema/href.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from '../menus/floating.module.css'
import { anchorOf, Floating } from '../menus/floating.tsx'
import { closeLink, editedLink, type LinkPlace, removeLink, setLink } from './link-editing.ts'
import { openLink } from './open-link.ts'

/** The popover in which a link gets its address, while one is being edited. */
export function LinkPopover({ editor }: { editor: Editor }) {
  const place = useEditorState({ editor, selector: () => editedLink(editor.state), equalityFn: Object.is })
  if (place === null) return null
  return (
    <Floating
      editor={editor}
      anchor={() => anchorOf(editor, place.from, place.to)}
      side="below"
      align="start"
    >
      <LinkForm editor={editor} place={place} />
    </Floating>
  )
}

function LinkForm({ editor, place }: { editor: Editor; place: LinkPlace }) {
  const [address, setAddress] = useState(place.href)
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => field.current?.select(), [])
  useEffect(() => {
    const onPress = (event: MouseEvent) => {
      if (event.target instanceof Node && form.current?.contains(event.target) === false) {
        closeLink(editor.state, editor.view.dispatch)
      }
    }
    window.addEventListener('mousedown', onPress, true)
    return () => window.removeEventListener('mousedown', onPress, true)
  }, [editor])

  const run = (command: ReturnType<typeof setLink>) => {
    command(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (address.trim() === '') return run(place.href === '' ? closeLink : removeLink(place))
    const href = safeHref(address)
    if (href === null) {
      setError('A web, mail or telephone address is needed, such as https://example.org')
      field.current?.focus()
      return
    }
    run(setLink(place, href))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    run(closeLink)
  }
  return (
    <form
      ref={form}
      className={styles.panel}
      aria-label="Link"
      noValidate
      onSubmit={apply}
      onKeyDown={onKeyDown}
    >
      <TextField
        ref={field}
        label="Address"
        inputMode="url"
        spellCheck={false}
        placeholder="https://"
        value={address}
        error={error}
        onChange={value => {
          setAddress(value)
          setError(undefined)
        }}
      />
      <div className={styles.actions}>
        {place.href === '' ? null : (
          <>
            <Button onClick={() => void openLink(place.href)}>Open</Button>
            <Button onClick={() => run(removeLink(place))}>Remove</Button>
          </>
        )}
        <Button type="submit" variant="primary" className={styles.push}>
          {place.href === '' ? 'Add link' : 'Change'}
        </Button>
      </div>
    </form>
  )
}
