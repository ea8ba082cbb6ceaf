import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { CommandId } from '../../contract/commands.ts'
import { runCommand, useCommandStates } from '../ui/commands.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { findCommands } from './find-commands.ts'
import styles from './palette.module.css'

/** Every command that can run now, found by typing; arrows choose, Enter runs. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { enabled } = useCommandStates()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const found = findCommands(typed, enabled)
  const active = Math.min(at, found.length - 1)

  const run = (id: CommandId | undefined) => {
    if (id === undefined) return
    onClose()
    // The dialog gives the keyboard back first; the command may want it elsewhere.
    requestAnimationFrame(() => runCommand(id))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt((active + 1) % Math.max(1, found.length))
    else if (event.key === 'ArrowUp') setAt((active + found.length - 1) % Math.max(1, found.length))
    else if (event.key === 'Enter') run(found[active]?.id)
    else return
    event.preventDefault()
  }

  return (
    <Dialog open onClose={onClose} title="Command palette" initialFocus={input}>
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-label="Command"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found.length === 0 ? undefined : `${list}-${active}`}
        placeholder="Type the name of a command"
        spellCheck={false}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} className={styles.list} role="listbox" aria-label="Commands">
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`${list}-${index}`}
            ref={index === active ? scrollIn : null}
            className={styles.item}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerMove={() => setAt(index)}
            onClick={() => run(command.id)}
            onKeyDown={onKeyDown}
          >
            <span className={styles.menu}>{command.menu}</span>
            <span className={styles.label}>{command.label.replace('…', '')}</span>
            <Kbd command={command.id} />
          </div>
        ))}
      </div>
      {found.length === 0 ? (
        <p className={styles.none}>No command that can run here has these words.</p>
      ) : null}
    </Dialog>
  )
}

function scrollIn(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
