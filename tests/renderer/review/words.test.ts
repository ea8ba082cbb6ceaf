import { describe, expect, test } from 'vitest'
import type { Hash } from '../../../src/core/canonical.ts'
import { approvalsNow } from '../../../src/core/review/approvals.ts'
import { waitingWords } from '../../../src/renderer/features/desk/waiting-words.ts'
import { approvalWords } from '../../../src/renderer/features/review/approval-words.ts'
import { summaryParts } from '../../../src/renderer/features/review/summary-parts.ts'
import { ada, at, ben, uuid } from '../../support/builders.ts'

const parts = (summary: string, deleted: string, inserted: string) =>
  summaryParts({ summary, deleted, inserted }).map(({ kind, text }) => `${kind}:${text}`)

describe('R2 a suggestion in words', () => {
  test('marks what goes and what comes', () => {
    expect(parts('Replace “right” with “power”', 'right', 'power')).toEqual([
      'span:Replace ',
      'del:right',
      'span: with ',
      'ins:power',
    ])
    expect(parts('Delete “a”', 'a', '')).toEqual(['span:Delete ', 'del:a'])
    expect(parts('Insert “a”', '', 'a')).toEqual(['span:Insert ', 'ins:a'])
  })

  test('is a sentence where it is about more than words', () => {
    expect(parts('Split paragraph', '', '¶')).toEqual(['span:Split paragraph'])
    expect(parts('Delete paragraph “a”', 'a', '')).toEqual(['span:Delete paragraph “a”'])
  })

  test('a whole page of words is shortened', () => {
    const [, long] = parts('Insert “a…”', '', 'word '.repeat(200))
    expect(long?.length).toBeLessThan(300)
    expect(long).toMatch(/…$/)
  })
})

describe('R4 approvals on one line', () => {
  const [now, then] = ['a', 'b'].map(letter => letter.repeat(64)) as [Hash, Hash]
  const given = (author: string, verdict: 'approved' | 'changes-requested', content: Hash) => ({
    id: uuid(7),
    author,
    time: at(0),
    verdict,
    note: '',
    content,
    head: then,
  })

  test('count who approved, who asks for changes and whose word is out of date', () => {
    const words = (...approvals: ReturnType<typeof given>[]) =>
      approvalWords(approvalsNow({ approvals }, now))
    expect(words()).toBe('None yet')
    expect(words(given(ada.id, 'approved', now), given(ben.id, 'changes-requested', now))).toBe(
      '1 approved, 1 asks for changes',
    )
    expect(words(given(ada.id, 'approved', then))).toBe('1 out of date')
    // The last word of each person counts.
    expect(words(given(ada.id, 'approved', then), given(ada.id, 'approved', now))).toBe('1 approved')
  })
})

test('what waits is counted in words', () => {
  expect(waitingWords({ threads: 1, suggestions: 0, conflicts: 0 })).toBe('1 open thread')
  expect(waitingWords({ threads: 2, suggestions: 1, conflicts: 1 })).toBe(
    '1 conflict, 2 open threads, 1 suggestion',
  )
  expect(waitingWords({ threads: 0, suggestions: 0, conflicts: 1000 })).toBe('1,000 conflicts')
})
