import { act, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noHandoff } from '../../../src/core/briefing/handoff.ts'
import { type ReviewEntry, reviewEntries } from '../../../src/renderer/features/review/entries.ts'
import { ReviewList } from '../../../src/renderer/features/review/review-list.tsx'
import { personOf } from '../../../src/renderer/ui/people.ts'
import { ada, body, doc, p, uuid } from '../../support/builders.ts'
import { find, mount, press } from '../../support/mount.ts'
import { threadOf } from '../../support/reviewed.ts'

function entriesOf(count: number): ReviewEntry[] {
  const threads = Array.from({ length: count }, (_, at) => threadOf(uuid(at), null, [ada.id]))
  const byId = new Map(threads.map(thread => [thread.id, thread]))
  return reviewEntries({ threads: byId, handoff: noHandoff }, doc(body(p())))
}

let view: ReturnType<typeof mount> | undefined
let chosen: string[]
let remove: (key: string) => void

function List({ first, activeAt }: { first: ReviewEntry[]; activeAt: number | null }) {
  const [entries, setEntries] = useState(first)
  remove = key => act(() => setEntries(entries.filter(entry => entry.key !== key)))
  return (
    <ReviewList
      entries={entries}
      activeKey={activeAt === null ? null : (first[activeAt]?.key ?? null)}
      busy={new Set()}
      labelOf={entry => entry.key}
      personOf={() => personOf(new Map(), ada.id)}
      onChoose={entry => chosen.push(entry.key)}
    >
      {(_, reachable) => (
        <button type="button" tabIndex={reachable ? 0 : -1}>
          Resolve
        </button>
      )}
    </ReviewList>
  )
}

const show = (count: number, activeAt: number | null = null) => {
  view = mount(<List first={entriesOf(count)} activeAt={activeAt} />)
}
const place = () => document.activeElement?.parentElement?.getAttribute('data-index')

beforeEach(() => {
  chosen = []
  // jsdom lays nothing out: give the list a window of 650 pixels.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(150)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(650)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(340)
})
afterEach(() => {
  view?.unmount()
  vi.restoreAllMocks()
})

test('R1 of a thousand cards only those in sight are drawn, and there is one tab stop', () => {
  show(1000)
  expect(document.querySelectorAll('article').length).toBeLessThan(30)
  expect(document.querySelectorAll('article[tabindex="0"]')).toHaveLength(1)
  expect(document.querySelectorAll('button[tabindex="0"]')).toHaveLength(1)
})

test('R1 the arrow keys go through the cards, and Enter shows the place in the text', () => {
  show(20)
  act(() => find('article[tabindex="0"]').focus())
  press('ArrowDown')
  press('ArrowDown')
  press('ArrowUp')
  expect(place()).toBe('1')
  press('Enter')
  expect(chosen).toEqual([`thread ${uuid(1)}`])
  press('Home')
  expect(place()).toBe('0')
})

test('R1 the card for what the cursor is in is the current one, and the tab stop', () => {
  show(20, 3)
  expect(find('article[aria-current]').getAttribute('aria-label')).toBe(`thread ${uuid(3)}`)
  expect(find('article[tabindex="0"]').getAttribute('aria-label')).toBe(`thread ${uuid(3)}`)
})

test('R1 a click on a card chooses it, one on its buttons does not', () => {
  show(3)
  act(() => find('[data-index="2"] button').click())
  expect(chosen).toEqual([])
  act(() => find('[data-index="2"] article').click())
  expect(chosen).toEqual([`thread ${uuid(2)}`])
})

test('R2 where a card goes that had the keyboard, the one in its place has it', () => {
  show(5)
  act(() => find('[data-index="1"] article').focus())
  act(() => find('[data-index="1"] button').focus())
  remove(`thread ${uuid(1)}`)
  expect(document.activeElement?.getAttribute('aria-label')).toBe(`thread ${uuid(2)}`)
})
