import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Settings } from '../../../src/contract/settings.ts'
import { ok } from '../../../src/core/result.ts'
import { IdentityDialog } from '../../../src/renderer/features/settings/identity-dialog.tsx'
import { Introduction } from '../../../src/renderer/features/settings/introduction.tsx'
import { loadSettings, settings } from '../../../src/renderer/store/settings.ts'
import { ada } from '../../support/builders.ts'
import { fieldNamed, find, leave, mount, type } from '../../support/mount.ts'

let view: ReturnType<typeof mount>
let done: () => void

async function startWith(author: Settings['author']): Promise<void> {
  const kept: Settings = { author, introduced: false, theme: 'system', spelling: true, panels: {} }
  vi.stubGlobal('galley', {
    platform: 'linux',
    on: () => () => undefined,
    invoke: async (_channel: string, request?: Settings) => ok(request ?? kept),
  })
  await loadSettings()
}

const click = (name: string) =>
  act(async () => {
    const button = [...document.querySelectorAll('button')].find(each => each.textContent === name)
    button?.click()
  })

afterEach(() => {
  view.unmount()
  vi.unstubAllGlobals()
})

describe('First start', () => {
  beforeEach(async () => {
    await startWith({ ...ada, name: '', initials: '?' })
    done = vi.fn<() => void>()
    view = mount(<Introduction onDone={done} />)
  })

  test('asks for a name and fills the initials from it', async () => {
    type(fieldNamed('Name'), 'Nadia van Osei')
    expect(fieldNamed('Initials').value).toBe('NO')
    await click('Start writing')
    expect(settings().author).toEqual({ ...ada, name: 'Nadia van Osei', initials: 'NO' })
    expect(settings().introduced).toBe(true)
    expect(done).toHaveBeenCalledOnce()
  })

  test('keeps initials that the user gave, and fills in those that were left empty', () => {
    type(fieldNamed('Name'), 'Nadia Osei')
    type(fieldNamed('Initials'), 'nvo')
    leave(fieldNamed('Initials'))
    type(fieldNamed('Name'), 'Nadia Osei-Brandt')
    expect(fieldNamed('Initials').value).toBe('NVO')
    type(fieldNamed('Initials'), '')
    expect(fieldNamed('Initials').value).toBe('')
    leave(fieldNamed('Initials'))
    expect(fieldNamed('Initials').value).toBe('NO')
  })

  test('can be skipped, and asks no more', async () => {
    await click('Skip for now')
    expect(settings()).toMatchObject({ introduced: true, author: { name: '' } })
    expect(done).toHaveBeenCalledOnce()
  })
})

describe('The name, initials and colour', () => {
  test('can be changed later; the author stays the same', async () => {
    await startWith({ ...ada, initials: 'A' })
    done = vi.fn<() => void>()
    view = mount(<IdentityDialog open onClose={done} />)
    expect(fieldNamed('Initials').value).toBe('A')
    type(fieldNamed('Name'), 'Ada Okafor-Lindqvist')
    act(() => find('input[aria-label="Green"]').click())
    await act(async () => fieldNamed('Name').form?.requestSubmit())
    expect(settings().author).toEqual({
      ...ada,
      name: 'Ada Okafor-Lindqvist',
      initials: 'A',
      colour: 'green',
    })
    expect(done).toHaveBeenCalledOnce()
  })
})
