import { describe, expect, test } from 'vitest'
import { type CommandId, commands } from '../../../src/contract/commands.ts'
import { isKeyOf, type KeyPress, keyLabel, type Platform } from '../../../src/renderer/ui/keys.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }

function press(key: string, code: string, modifiers: Partial<KeyPress> = {}, state = ''): KeyPress {
  return { key, code, ...none, getModifierState: name => name === state, ...modifiers }
}

function commandOf(key: KeyPress, platform: Platform = 'linux'): CommandId | undefined {
  return commands.find(command => isKeyOf(key, command, platform))?.id
}

describe('keys become commands', () => {
  test('all modifiers must agree', () => {
    expect(commandOf(press('b', 'KeyB', { ctrlKey: true }))).toBe('format.bold')
    expect(commandOf(press('B', 'KeyB', { ctrlKey: true, shiftKey: true }))).toBeUndefined()
    expect(commandOf(press('b', 'KeyB'))).toBeUndefined()
    expect(commandOf(press('F6', 'F6'))).toBe('view.next-panel')
    expect(commandOf(press('ArrowUp', 'ArrowUp', { altKey: true }))).toBe('move.up')
  })

  test('AltGr never counts as Ctrl+Alt', () => {
    const both = { ctrlKey: true, altKey: true }
    expect(commandOf(press('2', 'Digit2', both))).toBe('insert.section')
    expect(commandOf(press('²', 'Digit2', both, 'AltGraph'))).toBeUndefined()
  })

  test('figures count by their place, where Shift or the layout makes another sign of them', () => {
    expect(commandOf(press('*', 'Digit8', { ctrlKey: true, shiftKey: true }))).toBe('insert.bullets')
    expect(commandOf(press('é', 'Digit2', { ctrlKey: true, altKey: true }))).toBe('insert.section')
  })

  test('letters count by what they type, and by their place on layouts without Latin letters', () => {
    expect(commandOf(press('z', 'KeyW', { ctrlKey: true }))).toBe('edit.undo')
    expect(commandOf(press('я', 'KeyZ', { ctrlKey: true }))).toBe('edit.undo')
    expect(commandOf(press('q', 'KeyB', { ctrlKey: true }))).toBeUndefined()
  })

  test('Command takes the place of Ctrl on macOS, with its own keys', () => {
    expect(commandOf(press('b', 'KeyB', { metaKey: true }), 'darwin')).toBe('format.bold')
    expect(commandOf(press('b', 'KeyB', { ctrlKey: true }), 'darwin')).toBeUndefined()
    expect(commandOf(press('œ', 'KeyQ', { metaKey: true, altKey: true }), 'darwin')).toBe('insert.pull-quote')
  })

  test('what an input method is composing is no command', () => {
    expect(commandOf(press('b', 'KeyB', { ctrlKey: true, isComposing: true }))).toBeUndefined()
  })

  test('no two commands share a key', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const labels = commands.map(command => keyLabel(command, platform)).filter(label => label !== '')
      expect(new Set(labels).size).toBe(labels.length)
    }
  })
})
