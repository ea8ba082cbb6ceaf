import { useEffect } from 'react'
import { type CommandId, commands } from '../../contract/commands.ts'
import { runCommand } from '../ui/commands.ts'
import { isKeyOf } from '../ui/keys.ts'

/** Menus whose commands act on the briefing's text, not on a field beside it. */
const textMenus: ReadonlySet<string> = new Set(['Insert', 'Format'])

/**
 * Turns keys, and choices in the application menu, into commands for as long as the window lives. A text
 * field outside the editor keeps its own undo, and a dialog keeps every key.
 */
export function useKeyboardCommands(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const command = commands.find(entry => isKeyOf(event, entry, window.galley.platform))
      if (command === undefined || belongsElsewhere(command, event.target)) return
      if (runCommand(command.id)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    const stop = window.galley.on('command', ({ id }) => runFromMenu(id))
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [])
}

function runFromMenu(id: CommandId): void {
  const field = document.activeElement
  if ((id === 'edit.undo' || id === 'edit.redo') && isPlainField(field)) {
    // Deprecated, and the only way to reach a field's own history.
    document.execCommand(id === 'edit.undo' ? 'undo' : 'redo')
    return
  }
  runCommand(id)
}

function belongsElsewhere(command: (typeof commands)[number], target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role="dialog"], [role="alertdialog"]') !== null) return true
  const ofTheText = textMenus.has(command.menu) || command.id === 'edit.undo' || command.id === 'edit.redo'
  return ofTheText && isPlainField(target)
}

function isPlainField(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  if (!(element instanceof HTMLInputElement)) return false
  return !['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit'].includes(element.type)
}
