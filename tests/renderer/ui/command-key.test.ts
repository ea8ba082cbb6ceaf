import { expect, test } from 'vitest'
import { ariaCommandKey, commandKey } from '../../../src/renderer/ui/command-key.ts'

test('a command’s key is named as its platform names it', () => {
  expect(commandKey('edit.replace', 'linux')).toBe('Ctrl+H')
  expect(commandKey('edit.replace', 'darwin')).toBe('⌥⌘F')
  expect(commandKey('insert.divider', 'linux')).toBe('')
})

test('a command’s key is told to screen readers in the words of WAI-ARIA', () => {
  expect(ariaCommandKey('move.up', 'win32')).toBe('Alt+ArrowUp')
  expect(ariaCommandKey('export.open', 'linux')).toBe('Control+Shift+X')
  expect(ariaCommandKey('export.open', 'darwin')).toBe('Meta+Shift+X')
  expect(ariaCommandKey('insert.divider', 'linux')).toBeUndefined()
  expect(ariaCommandKey(undefined)).toBeUndefined()
})
