import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useCommands } from '../../ui/commands.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './search-field.module.css'

interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Down: the keyboard goes into the list. */
  onDown: () => void
  /** Enter: opens what the list has first. */
  onEnter: () => void
}

export function SearchField({ label, value, onChange, onDown, onEnter }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const focus = () => {
    input.current?.focus()
    input.current?.select()
  }
  useCommands({ 'edit.find': { run: focus } })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') onDown()
    else if (event.key === 'Enter') onEnter()
    else if (event.key === 'Escape' && value !== '') onChange('')
    else return
    event.preventDefault()
  }
  return (
    <search className={styles.search}>
      <Icon of={Search} />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={label}
        value={value}
        // The library's first act is finding: arriving there means being able to type.
        // biome-ignore lint/a11y/noAutofocus: interface.md, "a search field that has focus"
        autoFocus
        spellCheck={false}
        onChange={event => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        <Kbd command="edit.find" />
      ) : (
        <IconButton
          label="Clear search"
          icon={X}
          onClick={() => {
            onChange('')
            focus()
          }}
        />
      )}
    </search>
  )
}
