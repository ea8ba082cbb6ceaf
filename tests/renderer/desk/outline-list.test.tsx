import { act } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { outline } from '../../../src/core/briefing/outline.ts'
import { OutlineList } from '../../../src/renderer/features/desk/outline-list.tsx'
import { body, doc, p, section } from '../../support/builders.ts'
import { find, mount, press } from '../../support/mount.ts'

const entries = outline(doc(body(p('Lede'), section('Costs'), p('a'), section('Risks'), p('b'))))
const costs = 4
const risks = 5

let jumps: number[]
let moves: { label: string; position: number }[]
let view: ReturnType<typeof mount>

beforeEach(() => {
  jumps = []
  moves = []
  view = mount(
    <OutlineList
      entries={entries}
      here={costs}
      focusAfterMove={{ current: null }}
      onJump={index => jumps.push(index)}
      onMove={({ label }, { position }) => moves.push({ label, position })}
    />,
  )
  act(() => find(`[data-outline-index="${costs}"]`).focus())
})
afterEach(() => view.unmount())

const focused = () => document.activeElement?.getAttribute('aria-label')

test('[D3] the outline has one tab stop: where the cursor is in the text', () => {
  const stops = [...document.querySelectorAll('[role="treeitem"][tabindex="0"]')]
  expect(stops.map(row => row.getAttribute('aria-current'))).toEqual(['location'])
})

test('[D3] arrows, Home and End go through the outline', () => {
  press('ArrowUp')
  expect(focused()).toBe('Lede, 1 word')
  press('End')
  expect(focused()).toBe('Risks, 1 word')
  press('ArrowDown')
  expect(focused()).toBe('Risks, 1 word')
  press('Home')
  expect(focused()).toBe('Headline, 0 words')
})

test('[D3] Enter jumps to the text', () => {
  press('Enter')
  expect(jumps).toEqual([costs])
})

test('[D3] Alt with an arrow moves a section, and nothing where it cannot go', () => {
  press('ArrowDown', { altKey: true })
  expect(moves).toEqual([{ label: 'Costs', position: entries[risks]?.to }])
  press('ArrowUp', { altKey: true })
  expect(moves).toHaveLength(1)
})
