import { act, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LogId } from '../../../src/core/briefing/log-id.ts'
import type { CardActions } from '../../../src/renderer/features/library/card-actions.ts'
import { CardList } from '../../../src/renderer/features/library/card-list.tsx'
import type { Card } from '../../../src/renderer/store/card.ts'
import { find, mount, press } from '../../support/mount.ts'

function cards(count: number): Card[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `id-${at}` as LogId,
    title: `Briefing ${at}`,
    standfirst: '',
    words: at,
    tags: [],
    created: '2026-03-18T10:00:00.000Z',
    updated: '2026-03-18T10:00:00.000Z',
    binned: null,
    status: 'Draft',
    openThreads: 0,
    suggestions: 0,
  }))
}

const actions = {
  open: vi.fn(),
  duplicate: vi.fn(),
  bin: vi.fn(),
  restore: vi.fn(),
  dragOut: vi.fn(),
  destroy: vi.fn(),
} satisfies CardActions
const onLeave = vi.fn()

function List({ first }: { first: Card[] }) {
  const [activeId, setActiveId] = useState<string | null>(null)
  const [left, setLeft] = useState(first)
  return (
    <CardList
      ref={null}
      cards={left}
      place="all"
      sort="updated"
      activeId={activeId}
      actions={{
        ...actions,
        bin: card => {
          actions.bin(card)
          setLeft(left.filter(each => each !== card))
        },
      }}
      onActive={setActiveId}
      onLeave={onLeave}
      onKeep={() => undefined}
      onDestroy={() => undefined}
    />
  )
}

let view: ReturnType<typeof mount> | undefined
beforeEach(() => {
  vi.clearAllMocks()
  // jsdom lays nothing out: give the list a window of 650 pixels.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(650)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
})
afterEach(() => {
  view?.unmount()
  vi.restoreAllMocks()
})

function show(count: number) {
  view = mount(<List first={cards(count)} />)
  act(() => find('tbody tr').focus())
}
const focused = () => document.activeElement?.querySelector('span')?.textContent

test('L1 the arrow keys go through the rows, Enter opens the one they are on', () => {
  show(20)
  press('ArrowDown')
  press('ArrowDown')
  press('ArrowUp')
  expect(focused()).toBe('Briefing 1')
  press('Enter')
  expect(actions.open.mock.lastCall?.[0].id).toBe('id-1')
})

test('L1 up from the first row leaves the list', () => {
  show(3)
  press('ArrowUp')
  expect(onLeave).toHaveBeenCalledOnce()
})

test('L1 Delete moves the row to the bin, and the keyboard stays in the list', () => {
  show(3)
  press('ArrowDown')
  press('Delete')
  expect(actions.bin.mock.lastCall?.[0].id).toBe('id-1')
  expect(focused()).toBe('Briefing 2')
  press('Delete')
  expect(focused()).toBe('Briefing 0')
})

test('L1 of ten thousand briefings only those in sight are drawn, and End still reaches the last', () => {
  show(10_000)
  expect(find('table').getAttribute('aria-rowcount')).toBe('10001')
  expect(document.querySelectorAll('tbody tr').length).toBeLessThan(60)
  press('End')
  expect(focused()).toBe('Briefing 9999')
  expect(document.querySelectorAll('tbody tr').length).toBeLessThan(60)
})
