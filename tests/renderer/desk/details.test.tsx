import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Details } from '../../../src/core/briefing/details.ts'
import { detailSchemas } from '../../../src/core/briefing/details.ts'
import { logIdOf } from '../../../src/core/briefing/log-id.ts'
import { fail, ok } from '../../../src/core/result.ts'
import { DetailsPanel } from '../../../src/renderer/features/desk/details-panel.tsx'
import type { Session, SessionState } from '../../../src/renderer/store/session.ts'
import { ada, briefingOf, doc, headline } from '../../support/builders.ts'
import { fieldNamed, find, leave, mount, press, type } from '../../support/mount.ts'

/** A session that keeps details in memory, with the rules of the real one: what is not valid is refused. */
function sessionWith(details: Partial<Details>): Session {
  const briefing = briefingOf(doc(headline('Zwölf Häfen: the plan')), details)
  const state = createStore<SessionState>(() => ({
    briefing,
    saved: { kind: 'saving' },
    recovered: null,
  }))
  const nothing = async () => ok(undefined)
  return {
    id: logIdOf(briefing),
    state,
    record: () => undefined,
    setDetail: (name, value) => {
      if (!detailSchemas[name].safeParse(value).success) return fail('input.invalid', 'Not valid')
      const before = state.getState().briefing
      state.setState({ briefing: { ...before, details: { ...before.details, [name]: value } } })
      return ok(undefined)
    },
    act: () => ok(undefined),
    keepVersion: () => ok(false),
    author: () => ada,
    log: async () => fail('history.broken', 'There is no log'),
    append: () => ok(undefined),
    at: async () => ok(briefing),
    restore: async () => ok({ steps: [], details: {} }),
    flush: nothing,
    checkpoint: async () => ok(false),
    masterFile: async () => ok(new Uint8Array()),
    close: nothing,
  }
}

let session: Session
let view: ReturnType<typeof mount>
let closeWindow: () => void

function Panel() {
  const { briefing } = useStore(session.state)
  return <DetailsPanel session={session} details={briefing.details} doc={briefing.doc} />
}

const kept = () => session.state.getState().briefing.details
const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].find(
    each => each.textContent === name || each.getAttribute('aria-label') === name,
  )
  if (found === undefined) throw new Error(`There is no button ${name}`)
  return found
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('galley', {
    platform: 'linux',
    on: (_event: string, listener: () => void) => {
      closeWindow = () => act(listener)
      return () => undefined
    },
  })
  session = sessionWith({ tags: ['ports'] })
  view = mount(<Panel />)
})
afterEach(() => {
  view.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('[D5] a detail', () => {
  test('is kept after a pause, and in time although typing never pauses', () => {
    type(fieldNamed('Byline'), 'Ada')
    act(() => vi.advanceTimersByTime(400))
    expect(kept().byline).toBe('Ada')
    for (const text of ['Ada O', 'Ada Ok', 'Ada Oka', 'Ada Okaf']) {
      type(fieldNamed('Byline'), text)
      act(() => vi.advanceTimersByTime(200))
    }
    expect(kept().byline).toBe('Ada Oka')
  })

  test('is kept on leaving the field, on Enter and when the window closes', () => {
    type(fieldNamed('Byline'), 'Ada ')
    leave(fieldNamed('Byline'))
    expect(kept().byline).toBe('Ada')
    type(fieldNamed('Dateline'), 'Rotterdam')
    press('Enter')
    expect(kept().dateline).toBe('Rotterdam')
    type(fieldNamed('Slug'), 'ports')
    closeWindow()
    expect(kept().slug).toBe('ports')
  })

  test('is kept when the panel goes away', () => {
    type(fieldNamed('Dateline'), 'Hull')
    view.draw(null)
    expect(kept().dateline).toBe('Hull')
  })

  test('that is not valid stays in its field with the reason, and is not kept', () => {
    const slug = fieldNamed('Slug')
    type(slug, 'Not A Slug')
    leave(slug)
    expect(kept().slug).toBe('')
    expect(slug.value).toBe('Not A Slug')
    expect(slug.getAttribute('aria-invalid')).toBe('true')
    expect(find(`[id="${slug.getAttribute('aria-describedby')}"]`).textContent).toBe(
      'Lower-case letters and figures, joined by hyphens',
    )
  })

  test('the slug can be made from the headline, also in place of one that is not valid', () => {
    type(fieldNamed('Slug'), 'Not A Slug')
    leave(fieldNamed('Slug'))
    act(() => button('From headline').click())
    expect(kept().slug).toBe('zwolf-hafen-the-plan')
    expect(fieldNamed('Slug').value).toBe('zwolf-hafen-the-plan')
    expect(fieldNamed('Slug').getAttribute('aria-invalid')).toBeNull()
  })
})

describe('[D5] tags', () => {
  test('are added by Enter and by a comma', () => {
    type(fieldNamed('Tags'), 'climate')
    press('Enter')
    type(fieldNamed('Tags'), 'energy')
    press(',')
    expect(kept().tags).toEqual(['ports', 'climate', 'energy'])
    expect(fieldNamed('Tags').value).toBe('')
  })

  test('the last is removed by Backspace in the empty field, any by its button', () => {
    type(fieldNamed('Tags'), 'climate')
    press('Enter')
    act(() => button('Remove the tag ports').click())
    expect(kept().tags).toEqual(['climate'])
    press('Backspace')
    expect(kept().tags).toEqual([])
  })
})

describe('[D5] the language', () => {
  beforeEach(() => {
    act(() => {
      session.setDetail('language', 'pt-BR')
    })
    view.unmount()
    view = mount(<Panel />)
  })

  test('takes the direction along', () => {
    type(fieldNamed('Language tag'), 'ar')
    leave(fieldNamed('Language tag'))
    expect(kept()).toMatchObject({ language: 'ar', direction: 'rtl' })
  })

  test('leaves a direction that was set for itself', () => {
    act(() => {
      session.setDetail('direction', 'rtl')
    })
    type(fieldNamed('Language tag'), 'fr')
    leave(fieldNamed('Language tag'))
    expect(kept()).toMatchObject({ language: 'fr', direction: 'rtl' })
    act(() => button('Follow the language').click())
    expect(kept().direction).toBe('ltr')
  })
})
