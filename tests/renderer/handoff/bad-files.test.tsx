import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Salvaged } from '../../../src/core/handoff/salvage.ts'
import { fail, ok } from '../../../src/core/result.ts'
import { BadFiles } from '../../../src/renderer/features/handoff/bad-files.tsx'
import type { Refused } from '../../../src/renderer/store/arrivals.ts'
import { openRest } from '../../../src/renderer/store/open-file.ts'
import { body, doc, p } from '../../support/builders.ts'
import { startLog } from '../../support/log.ts'
import { mount } from '../../support/mount.ts'

vi.mock('../../../src/renderer/store/open-file.ts', () => ({ openRest: vi.fn() }))

const rest: Salvaged = { briefing: startLog(doc(body(p('Text.')))).briefing, what: 'text' }
const { error } = fail('briefing.checksum', 'The entry is damaged', { entry: 'changes.ndjson' })

let drawn: ReturnType<typeof mount> | undefined
afterEach(() => drawn?.unmount())

function draw(files: readonly Refused[], onShow: (id: string) => void = () => undefined) {
  drawn = mount(<BadFiles files={files} onShow={onShow} />)
}
const button = () => document.querySelector('button')

describe('[F1] files that are not taken in', () => {
  test('say their entry and the reason; one of which nothing can be read offers nothing', () => {
    draw([{ name: 'a.briefing', failure: error, rest: null }])
    expect(document.body.textContent).toContain('changes.ndjson: The entry is damaged. Nothing was changed')
    expect(button()).toBeNull()
  })

  test('offer what can still be read as a new briefing, and then show it', async () => {
    vi.mocked(openRest).mockResolvedValue(ok('new' as never))
    const shown: string[] = []
    draw([{ name: 'a.briefing', failure: error, rest }], id => shown.push(id))
    expect(document.body.textContent).toContain('Its text can still be read')
    await act(async () => button()?.click())
    expect(openRest).toHaveBeenCalledWith('a.briefing', rest)
    expect(button()?.textContent).toBe('Show it')
    act(() => button()?.click())
    expect(shown).toEqual(['new'])
  })

  test('can be tried again where that failed', async () => {
    vi.mocked(openRest).mockResolvedValue(fail('store.failed', 'The disk is full'))
    draw([{ name: 'a.briefing', failure: error, rest }])
    await act(async () => button()?.click())
    expect(button()?.disabled).toBe(false)
    expect(button()?.textContent).toContain('new briefing')
  })
})
