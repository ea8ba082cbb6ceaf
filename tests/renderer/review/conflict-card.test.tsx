import { afterEach, describe, expect, test, vi } from 'vitest'
import type { HeldConflict } from '../../../src/core/briefing/handoff.ts'
import { ConflictCard } from '../../../src/renderer/features/review/conflict-card.tsx'
import { peopleOf } from '../../../src/renderer/ui/people.ts'
import { ada, at, ben, body, briefingOf, doc, p, uuid } from '../../support/builders.ts'
import { mount } from '../../support/mount.ts'

const text = doc(body(p('Rivers that meet the tide stand still.')))
const people = peopleOf(
  new Map([
    [ada.id, ada],
    [ben.id, ben],
  ]),
  ada,
)

function conflict(parts: Partial<HeldConflict>): HeldConflict {
  return {
    id: uuid(1),
    author: ben.id,
    time: at(1),
    kind: 'lost',
    wanted: 'To put in words where the text is gone',
    content: 'perfectly ',
    where: { text: '', before: 'the tide ', after: 'stand still.' },
    proposal: null,
    settled: null,
    ...parts,
  }
}

let view: ReturnType<typeof mount> | undefined
afterEach(() => view?.unmount())

function shown(parts: Partial<HeldConflict>): string[] {
  view = mount(
    <ConflictCard
      conflict={conflict(parts)}
      people={people}
      reachable
      doc={text}
      briefing={briefingOf(text)}
      actions={{
        insert: vi.fn(),
        set: vi.fn(),
        keep: vi.fn(),
        comment: vi.fn(),
        dismiss: vi.fn(),
        reopen: vi.fn(),
      }}
      canWrite
    />,
  )
  return [...document.querySelectorAll('p')].map(({ textContent }) =>
    (textContent ?? '').replace(/\s+/gu, ' '),
  )
}

const overlap = {
  kind: 'overlap',
  wanted: 'To replace words that the other copy changed or deleted',
} as const

describe('[H3] a conflict’s card', () => {
  test('says what there is now without dots where nothing was left out', () => {
    expect(shown({})).toContain('Now: Rivers that meet the tide stand still.')
  })

  test('sets off the words from a sentence about them', () => {
    expect(shown({ ...overlap, content: 'slow' })).toContain(
      'Wrote instead of words that were changed or deleted here meanwhile: slow',
    )
    view?.unmount()
    expect(shown({})).toContain('Inserted perfectly')
  })

  test.each([
    [{}, 'taken', 'Put in by Ada Okafor'],
    [overlap, 'taken', 'Kept as it is by Ada Okafor'],
    [{ kind: 'proposal', wanted: 'To set the slug', content: 'a' } as const, 'taken', 'Set by Ada Okafor'],
    [{}, 'comment', 'Turned into a comment by Ada Okafor'],
    [{}, 'dismissed', 'Dismissed by Ada Okafor'],
  ] as const)('that was dealt with says how, and nothing that is no longer so (%#)', (parts, as, words) => {
    const lines = shown({ ...parts, settled: { author: ada.id, time: at(2), as } })
    expect(lines[0]).toContain(words)
    expect(lines.join(' ')).not.toMatch(/Not in the text|not in the briefing|see whether|Now:/)
  })
})
