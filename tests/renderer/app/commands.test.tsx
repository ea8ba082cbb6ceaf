import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { CommandId } from '../../../src/contract/commands.ts'
import { useKeyboardCommands } from '../../../src/renderer/app/keyboard.ts'
import { type CommandHandlers, runCommand, useCommands } from '../../../src/renderer/ui/commands.ts'
import { mount } from '../../support/mount.ts'

function Part({ handlers }: { handlers: CommandHandlers }) {
  useCommands(handlers)
  return null
}

let shown: { unmount: () => void } | null = null
afterEach(() => shown?.unmount())

/** A window with these commands; the answer is what main's menu does. */
function open(handlers: CommandHandlers): (id: CommandId) => void {
  let choose: (chosen: { id: CommandId }) => void = () => undefined
  vi.stubGlobal('galley', {
    platform: 'linux',
    on: (_event: 'command', listener: typeof choose) => {
      choose = listener
      return () => undefined
    },
  })
  function Window() {
    useKeyboardCommands()
    return (
      <>
        <Part handlers={handlers} />
        <input id="field" />
        <div id="editor" contentEditable suppressContentEditableWarning tabIndex={-1} />
        <div role="dialog">
          <button type="button" id="button">
            Close
          </button>
        </div>
      </>
    )
  }
  shown = mount(<Window />)
  return id => act(() => choose({ id }))
}

/** Presses Ctrl and a key; whether the window took it. */
function press(target: string, key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true })
  document.getElementById(target)?.dispatchEvent(event)
  return event.defaultPrevented
}

describe('commands', () => {
  test('the part mounted last does a command, and the one before it does it again when that is gone', () => {
    const done: string[] = []
    const first = mount(<Part handlers={{ 'edit.find': { run: () => done.push('library') } }} />)
    const second = mount(<Part handlers={{ 'edit.find': { run: () => done.push('desk') } }} />)
    runCommand('edit.find')
    second.unmount()
    runCommand('edit.find')
    first.unmount()
    expect(runCommand('edit.find')).toBe(false)
    expect(done).toEqual(['desk', 'library'])
  })

  test('one that is not enabled is not run', () => {
    const run = vi.fn()
    open({ 'edit.find': { run, enabled: false } })
    expect(press('editor', 'f')).toBe(false)
    expect(run).not.toHaveBeenCalled()
  })
})

describe('keys', () => {
  test('a command for the text runs from the editor, and is left to a field beside it', () => {
    const run = vi.fn()
    open({ 'edit.undo': { run }, 'format.bold': { run } })
    expect(press('field', 'z')).toBe(false)
    expect(press('field', 'b')).toBe(false)
    expect(run).not.toHaveBeenCalled()
    expect(press('editor', 'z')).toBe(true)
    expect(run).toHaveBeenCalledOnce()
  })

  test('a command of the window runs from a field too', () => {
    const run = vi.fn()
    open({ 'edit.find': { run } })
    expect(press('field', 'f')).toBe(true)
    expect(run).toHaveBeenCalledOnce()
  })

  test('a dialog keeps its keys', () => {
    const run = vi.fn()
    open({ 'edit.find': { run } })
    expect(press('button', 'f')).toBe(false)
    expect(run).not.toHaveBeenCalled()
  })

  test('the menu runs the same commands, and undoes in a field what was typed there', () => {
    const run = vi.fn()
    const undone = vi.fn()
    document.execCommand = undone
    const choose = open({ 'edit.undo': { run }, 'edit.find': { run } })
    choose('edit.find')
    expect(run).toHaveBeenCalledOnce()
    document.getElementById('field')?.focus()
    choose('edit.undo')
    expect(run).toHaveBeenCalledOnce()
    expect(undone).toHaveBeenCalledWith('undo')
  })
})
