import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../../../src/renderer/ui/notices.tsx'
import { notices, notify } from '../../../src/renderer/ui/notify.ts'
import { find, mount } from '../../support/mount.ts'

let view: ReturnType<typeof mount>

beforeEach(() => {
  vi.useFakeTimers()
  notices.setState({ shown: [] })
  view = mount(<Notices />)
})
afterEach(() => {
  view.unmount()
  vi.useRealTimers()
})

const words = () => find('[aria-label="Notices"]').textContent

test('a notice says what happened, to which file, and the code to quote', () => {
  act(() => {
    notify({
      kind: 'error',
      message: 'Nothing was imported.',
      failure: { code: 'file.binary', message: 'This is not a text.', file: 'port.png' },
    })
  })
  expect(words()).toContain('Nothing was imported.')
  expect(words()).toContain('port.png: This is not a text. (file.binary)')
})

test('what needs no answer goes by itself, an error stays', () => {
  act(() => {
    notify({ kind: 'done', message: 'Copied.' })
    notify({ kind: 'error', message: 'Not saved.' })
  })
  act(() => vi.advanceTimersByTime(60_000))
  expect(words()).toBe('Not saved.')
})

test('a notice that has the keyboard stays until it has not', () => {
  act(() => {
    notify({ kind: 'done', message: 'In the bin.', action: { label: 'Undo', run: () => undefined } })
  })
  find('button').focus()
  act(() => vi.advanceTimersByTime(60_000))
  expect(words()).toContain('In the bin.')
  find('button').blur()
  act(() => vi.advanceTimersByTime(60_000))
  expect(words()).toBe('')
})

test('its one action is done once, and takes the notice away', () => {
  const run = vi.fn()
  act(() => {
    notify({ kind: 'done', message: 'In the bin.', action: { label: 'Undo', run } })
  })
  act(() => find('button').click())
  expect(run).toHaveBeenCalledOnce()
  expect(words()).toBe('')
})

test('what was done is replaced by what was done next, beside the errors', () => {
  act(() => {
    notify({ kind: 'done', message: 'First. ' })
    notify({ kind: 'error', message: 'Not saved. ' })
    notify({ kind: 'info', message: 'Second.' })
  })
  expect(words()).toBe('Not saved. Second.')
})

test('only the newest four warnings are shown', () => {
  act(() => {
    for (const count of ['1', '2', '3', '4', '5']) notify({ kind: 'warning', message: count })
  })
  expect(words()).toBe('2345')
})
