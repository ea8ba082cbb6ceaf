import { describe, expect, test } from 'vitest'
import type { HeldConflict } from '../../../src/core/briefing/handoff.ts'
import { type Brought, mergeItems } from '../../../src/renderer/features/handoff/merge-items.ts'
import {
  countWords,
  nothingWords,
  planningWords,
} from '../../../src/renderer/features/handoff/merge-words.ts'
import { ada, at, uuid } from '../../support/builders.ts'

const nothing: Brought = { comments: [], suggestions: [], edits: [], approvals: [], conflicts: [] }
const by = { author: ada.id, time: at(1), at: null }

function conflict(parts: Partial<HeldConflict>): HeldConflict {
  return {
    id: uuid(1),
    author: ada.id,
    time: at(1),
    kind: 'lost',
    wanted: 'To put in words where the text is gone',
    content: ' perfectly',
    where: null,
    proposal: null,
    settled: null,
    ...parts,
  }
}

const first = (brought: Partial<Brought>) => {
  const [item] = mergeItems({ ...nothing, ...brought }, new Map())
  return { line: item?.line.map(({ kind, text }) => `${kind}:${text}`), said: item?.said }
}

describe('[H4] the report lists', () => {
  test('a conflict as its card in Review will tell it, not as the log names it', () => {
    const where = { text: '', before: 'What the models leave out', after: 'The annex lists all.' }
    expect(first({ conflicts: [conflict({ where })] })).toEqual({
      line: [
        'span:What the models leave out',
        'span: ¶ ',
        'ins:perfectly',
        'span: ¶ ',
        'span:The annex lists all.',
      ],
      said: 'The text around it was removed here meanwhile. These words are not in the briefing.',
    })
    const proposal = conflict({ kind: 'proposal', wanted: 'To set the slug', content: 'nine-ports' })
    expect(first({ conflicts: [proposal] })).toEqual({ line: [], said: 'Proposed the slug “nine-ports”.' })
    const overlap = conflict({
      kind: 'overlap',
      wanted: 'To replace words that the other copy changed or deleted',
      content: 'shrinks',
      where: { text: '', before: 'which ', after: ' the bill.' },
    })
    expect(first({ conflicts: [overlap] })).toEqual({
      line: ['span:which ', 'ins:shrinks', 'span: the bill.'],
      said: 'Wrote instead of words that were changed or deleted here meanwhile. These words are in the text; see whether both are wanted.',
    })
  })

  test('words around a place whole, and tells where they go on', () => {
    const where = {
      text: '',
      before: 'go volume rather than population, which ',
      after: 'cuts the bill by half for three of the s',
    }
    const edit = { ...by, deleted: '', inserted: 'roughly ', form: false, where }
    expect(first({ edits: [edit] }).line).toEqual([
      'span:…volume rather than population, which ',
      'ins:roughly ',
      'span:cuts the bill by half for three of the…',
    ])
  })

  test('a suggestion’s words apart from those beside them', () => {
    const summary = 'Delete “on Tuesday”'
    const where = { text: '', before: 'signed an agreement', after: ' to run.' }
    const suggestion = { ...by, id: uuid(2), summary, deleted: 'on Tuesday', inserted: '', where }
    expect(first({ suggestions: [suggestion] }).line).toEqual([
      'span:signed an agreement ',
      'del:on Tuesday',
      'span: to run.',
    ])
    const comma = { ...suggestion, summary: 'Insert “, too”', deleted: '', inserted: ', too' }
    expect(first({ suggestions: [comma] }).line?.[0]).toBe('span:signed an agreement')
  })

  test('and counts a request for changes as what it is', () => {
    const given = { author: ada.id, time: at(1), note: '' }
    const approvals = [
      { ...given, verdict: 'approved' as const },
      { ...given, verdict: 'changes-requested' as const },
    ]
    expect(countWords({ ...nothing, approvals })).toBe('1 approval, 1 request for changes')
    expect(countWords({ ...nothing, approvals: [...approvals, ...approvals] })).toBe(
      '2 approvals, 2 requests for changes',
    )
  })

  test('a return whose words came another way as one that still answers its copy', () => {
    expect(nothingWords({ isKnown: false, name: 'Tom Brandt' })).toBe(
      'Nothing in it is new here. Applying it notes that Tom Brandt has answered.',
    )
    expect(nothingWords({ isKnown: true, name: 'Tom Brandt' })).toBe('Everything in it is here already.')
  })

  test('and how far it is, where there are several briefings', () => {
    expect(planningWords(0, 1)).toBe('Working out what they bring…')
    expect(planningWords(1, 3)).toBe('Working out what they bring: briefing 2 of 3…')
  })
})
