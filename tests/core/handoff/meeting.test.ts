import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { readingOf } from '../../../src/core/review/publication.ts'
import type { Entry } from '../../../src/core/review/script/entries.ts'
import { ada, ben, body, doc, headline, p, section } from '../../support/builders.ts'
import { merge, scripted, send } from '../../support/handoff.ts'
import { startLog, type TestLog } from '../../support/log.ts'

const start = startLog(
  doc(
    headline('Talks resume'),
    body(
      p('Before it all.'),
      section('Next'),
      p('The quick brown fox jumps.'),
      p('A second paragraph.'),
      section('Last'),
      p('The end.'),
    ),
  ),
)

const lines = (document: Node) =>
  document.child(3).textBetween(0, document.child(3).content.size, '\n').split('\n')

/** What editor and reviewer each did to the same text comes to, with the conflicts: what was wanted, and of what. */
function meet(editors: readonly Entry[], reviewers: readonly Entry[], mode: 'edit' | 'suggest' = 'edit') {
  const sent = send(start, ben, mode)
  const ours = scripted(sent.master, ada, editors)
  const theirs = scripted(sent.copy, ben, reviewers, mode === 'suggest')
  const { master } = merge(ours, [theirs])
  const conflicts = openConflicts(master.briefing.records.handoff)
  return {
    ours,
    master,
    reads: lines(readingOf(master.briefing.doc, 'accept')),
    told: conflicts.map(({ wanted, content }) => `${wanted}: ${content}`),
  }
}

const kinds = ({ briefing }: TestLog) => {
  const found: string[] = []
  briefing.doc.child(3).forEach(block => {
    found.push(block.type.name)
  })
  return found
}

describe('[H3] what one side did to words that the other takes away is reported', () => {
  const fox = 'The quick brown fox jumps.'
  const remove: Entry = { op: 'delete-block', at: 'quick' }

  it.each<[string, Entry, Entry, string]>([
    [
      'formatting',
      remove,
      { op: 'mark', find: 'brown', mark: 'bold' },
      'To mark words that the other copy deleted: brown',
    ],
    [
      'formatting of words of which some are gone',
      { op: 'delete', find: 'brown ' },
      { op: 'mark', find: 'quick brown', mark: 'bold' },
      'To mark words that the other copy deleted: quick brown',
    ],
    ['a kind', remove, { op: 'retype', at: 'quick', to: 'section' }, `To change the kind of a block: ${fox}`],
    [
      'a move',
      remove,
      { op: 'move', block: 'quick', before: 'The end' },
      `To move a passage that the other copy deleted: ${fox}`,
    ],
    ['a break', remove, { op: 'split', before: 'brown' }, `To split a block: ${fox}`],
    [
      'a break in words that were replaced',
      { op: 'replace', find: 'quick brown', with: 'sly' },
      { op: 'split', before: 'brown' },
      `To split a block: ${fox}`,
    ],
    [
      'an own move',
      { op: 'move', block: 'quick', before: 'The end' },
      remove,
      `To delete a passage that the other copy had moved: ${fox}`,
    ],
    [
      'an own break',
      { op: 'split', before: 'brown' },
      remove,
      'To delete a block that the other copy had split: The quick  brown fox jumps.',
    ],
    [
      'an own kind of a block that is joined',
      { op: 'retype', at: 'quick', to: 'subsection' },
      { op: 'join', after: 'Next' },
      `To delete words whose form the other copy had changed: ${fox}`,
    ],
    [
      'formatting that the kind of a part does not allow',
      { op: 'retype', at: 'quick', to: 'section' },
      { op: 'mark', find: 'brown', mark: 'bold' },
      'To mark as bold: brown',
    ],
  ])('%s', (_name, editors, reviewers, said) => {
    expect(meet([editors], [reviewers]).told).toEqual([said])
  })

  it('but nothing where both wanted the same', () => {
    const both: Entry[] = [
      remove,
      { op: 'retype', at: 'quick', to: 'quote' },
      { op: 'retype', at: 'quick', to: 'bullets' },
      { op: 'retype', at: 'quick', to: 'subsection' },
      { op: 'mark', find: 'brown', mark: 'bold' },
    ]
    for (const entry of both) {
      const { ours, master, told } = meet([entry], [entry])
      expect(told).toEqual([])
      expect(kinds(master)).toEqual(kinds(ours))
    }
  })

  it('leaves no empty block of a paragraph that was split here and deleted there', () => {
    expect(meet([{ op: 'split', before: 'brown' }], [remove]).reads).toEqual([
      'Before it all.',
      'Next',
      'A second paragraph.',
      'Last',
      'The end.',
    ])
  })
})

describe('[H3] a join that cannot be made any more is reported', () => {
  it.each<[string, Entry]>([
    ['because one block was moved away', { op: 'move', block: 'quick', before: 'Before' }],
    ['because another was moved between', { op: 'move', block: 'The end', before: 'A second' }],
    ['because one is in a list', { op: 'retype', at: 'quick', to: 'bullets' }],
  ])('%s', (_name, editors) => {
    const { ours, reads, told } = meet([editors], [{ op: 'join', after: 'quick' }])
    expect(reads).toEqual(lines(ours.briefing.doc))
    expect(told).toEqual(['To delete or join: A second paragraph.'])
    const suggested = meet([editors], [{ op: 'join', after: 'quick' }], 'suggest')
    expect(suggested.reads).toEqual(lines(ours.briefing.doc))
    expect(suggested.told).toEqual(['To suggest joining blocks: A second paragraph.'])
  })

  it('because the words do not fit into a heading', () => {
    const { told } = meet([{ op: 'mark', find: 'fox', mark: 'bold' }], [{ op: 'join', after: 'Next' }])
    expect(told).toEqual(['To delete or join: The quick brown fox jumps.'])
  })

  it('but not where one of the blocks is gone, nor is another one joined instead', () => {
    for (const mode of ['edit', 'suggest'] as const) {
      const { reads, told } = meet(
        [{ op: 'delete-block', at: 'quick' }],
        [{ op: 'join', after: 'quick' }],
        mode,
      )
      expect(reads).toContain('A second paragraph.')
      expect(told).toEqual([])
    }
  })
})

describe('[H3] suggestions that meet other work', () => {
  const suggest = (editors: Entry, reviewers: Entry) => meet([editors], [reviewers], 'suggest')

  it('to replace words that were deleted here are reported', () => {
    const { reads, told } = suggest(
      { op: 'delete', find: 'brown' },
      { op: 'replace', find: 'brown', with: 'red' },
    )
    expect(reads).toContain('The quick red fox jumps.')
    expect(told).toEqual(['To suggest replacing words that the other copy deleted: brown'])
  })

  it('to delete a passage in which words were put are reported', () => {
    const { told } = suggest(
      { op: 'insert', before: 'brown', text: 'sly ' },
      { op: 'delete', find: 'quick brown ' },
    )
    expect(told).toEqual([
      'To suggest deleting or replacing a passage in which the other copy had put words: sly ',
    ])
  })

  it('to delete words that were formatted here are reported', () => {
    const { told } = suggest({ op: 'mark', find: 'brown', mark: 'bold' }, { op: 'delete', find: 'brown ' })
    expect(told).toEqual(['To suggest deleting words whose form the other copy had changed: brown '])
  })

  it('to move a block that was deleted or moved here are reported', () => {
    const move: Entry = { op: 'move', block: 'quick', before: 'The end' }
    expect(suggest({ op: 'delete-block', at: 'quick' }, move).told).toEqual([
      'To suggest changing or moving a block that the other copy deleted: The quick brown fox jumps.',
    ])
    expect(suggest({ op: 'move', block: 'quick', before: 'Before' }, move).told).toEqual([
      'To suggest deleting or replacing a block that was changed meanwhile: The quick brown fox jumps.',
    ])
  })

  it('to delete a block that was joined here are reported', () => {
    expect(suggest({ op: 'join', after: 'quick' }, { op: 'delete-block', at: 'A second' }).told).toEqual([
      'To suggest deleting or replacing a block: A second paragraph.',
    ])
  })

  it('to join with a block that is suggested to go, or the other way round, are reported', () => {
    const sent = send(start, ben, 'suggest')
    const remove: Entry = { op: 'delete-block', at: 'quick' }
    const join: Entry = { op: 'join', after: 'quick' }
    const told = (editors: Entry, reviewers: Entry) => {
      const ours = scripted(sent.master, ada, [editors], true)
      const { master } = merge(ours, [scripted(sent.copy, ben, [reviewers], true)])
      return openConflicts(master.briefing.records.handoff).map(({ wanted }) => wanted)
    }
    expect(told(remove, join)).toEqual([
      'To suggest joining with a block that the other copy suggests deleting',
    ])
    expect(told(join, remove)).toEqual([
      'To suggest deleting or replacing a block that was changed meanwhile',
    ])
  })

  describe('where the other copy suggests too', () => {
    const strike: Entry = { op: 'delete', find: 'brown ' }
    const remove: Entry = { op: 'delete-block', at: 'quick' }
    const quote: Entry = { op: 'retype', at: 'quick', to: 'quote' }
    const list: Entry = { op: 'retype', at: 'quick', to: 'bullets' }
    const move: Entry = { op: 'move', block: 'quick', before: 'The end' }

    function told(editors: Entry, reviewers: Entry): string[] {
      const sent = send(start, ben, 'suggest')
      const ours = scripted(sent.master, ada, [editors], true)
      const { master } = merge(ours, [scripted(sent.copy, ben, [reviewers], true)])
      return openConflicts(master.briefing.records.handoff).map(
        ({ wanted, content }) => `${wanted}: ${content}`,
      )
    }

    it.each<[string, Entry, Entry]>([
      ['a quotation of words of which some are to go', strike, quote],
      ['a list of them', strike, list],
      ['a move of them', strike, move],
      ['a list of what is to be a quotation', quote, list],
      ['a move of it', quote, move],
      ['a quotation of what is to be moved', move, quote],
      ['a quotation of what is to go', remove, quote],
      ['that what is to be moved goes', move, remove],
    ])('%s is reported', (_name, editors, reviewers) => {
      expect(told(editors, reviewers)).toEqual([
        'To suggest deleting or replacing a block that was changed meanwhile: The quick brown fox jumps.',
      ])
    })

    it('to delete the same, as a whole or in part, is not', () => {
      expect(told(strike, remove)).toEqual([])
      expect(told(remove, strike)).toEqual([])
      expect(told(remove, remove)).toEqual([])
    })
  })

  it('to format words as they were formatted here take nothing from them when they are rejected', () => {
    const bold: Entry = { op: 'mark', find: 'brown', mark: 'bold' }
    const { ours, master } = suggest(bold, bold)
    expect(readingOf(master.briefing.doc, 'reject').eq(ours.briefing.doc)).toBe(true)
  })
})

describe('[H3] words of both sides do not run together', () => {
  const replace = (words: string): Entry => ({ op: 'replace', find: 'brown', with: words })

  it.each(['edit', 'suggest'] as const)('where both replaced the same ones (%s)', mode => {
    expect(meet([replace('red')], [replace('sly')], mode).reads).toContain('The quick red sly fox jumps.')
  })

  it.each(['edit', 'suggest'] as const)('where one put some into what the other deletes (%s)', mode => {
    const insert: Entry = { op: 'insert', before: 'brown', text: 'sly ' }
    const { reads } = meet([insert], [{ op: 'delete', find: ' quick brown' }], mode)
    expect(reads).toContain('The sly  fox jumps.')
  })

  it('where one replaced a word and the other deleted it with the space around it', () => {
    const { reads } = meet(
      [{ op: 'delete', find: ' brown fox' }],
      [{ op: 'replace', find: 'fox', with: 'cat' }],
    )
    expect(reads).toContain('The quick cat jumps.')
  })

  it('but letters put into a word stay in it', () => {
    const { reads } = meet(
      [{ op: 'insert', after: 'fox', text: 'es' }],
      [{ op: 'insert', before: 'ox j', text: 'l' }],
    )
    expect(reads).toContain('The quick brown floxes jumps.')
    const deleted = meet([replace('red')], [{ op: 'delete', find: 'fo', nth: 2 }])
    expect(deleted.reads).toContain('The quick red x jumps.')
  })

  it('and what goes on from words stays with them', () => {
    const { reads } = meet(
      [{ op: 'insert', before: 'brown', text: 'sly ' }],
      [
        { op: 'replace', find: 'quick brown', with: 'red' },
        { op: 'insert', after: 'red', text: ' hot' },
      ],
    )
    expect(reads).toContain('The red hot sly  fox jumps.')
  })
})

describe('[H3] edits that meet the editor’s own suggestions', () => {
  /** The editor suggests one thing, the reviewer, who does not see it, edits. */
  function suggestedHere(editors: Entry, reviewers: Entry) {
    const sent = send(start, ben)
    const ours = scripted(sent.master, ada, [editors], true)
    const { master } = merge(ours, [scripted(sent.copy, ben, [reviewers])])
    const conflicts = openConflicts(master.briefing.records.handoff)
    return {
      reads: lines(readingOf(master.briefing.doc, 'accept')),
      told: conflicts.map(({ wanted, content }) => `${wanted}: ${content}`),
    }
  }
  const fox = 'The quick brown fox jumps.'
  const strike: Entry = { op: 'delete', find: 'quick brown ' }
  const remove: Entry = { op: 'delete-block', at: 'quick' }
  const swap: Entry = { op: 'replace', find: 'brown', with: 'red' }

  it.each<[string, Entry, Entry, string]>([
    [
      'words put in among those to go',
      strike,
      { op: 'insert', before: 'brown', text: 'sly ' },
      'To write among words that somebody suggests deleting: sly ',
    ],
    [
      'formatting of those to go',
      strike,
      { op: 'mark', find: 'brown', mark: 'bold' },
      'To write among words that somebody suggests deleting: brown',
    ],
    ['others in their place', strike, swap, 'To replace words that the other copy suggests deleting: red'],
    [
      'a deletion of words that are to be replaced',
      swap,
      { op: 'delete', find: 'brown' },
      'To delete words that the other copy suggests replacing: brown',
    ],
    [
      'a deletion in a block that is to be replaced',
      { op: 'retype', at: 'quick', to: 'quote' },
      { op: 'delete', find: 'brown ' },
      'To delete words in a block that somebody suggests replacing: brown ',
    ],
    [
      'another kind of a block that is to go',
      remove,
      { op: 'retype', at: 'quick', to: 'section' },
      `To write in a block that somebody suggests deleting: ${fox}`,
    ],
    [
      'a break in a block that is to go',
      remove,
      { op: 'split', before: 'brown' },
      `To write in a block that somebody suggests deleting: ${fox}`,
    ],
    [
      'a deletion of a block that is to be joined',
      { op: 'join', after: 'quick' },
      remove,
      `To delete a block that the other copy suggests joining: ${fox}`,
    ],
    [
      'a block that is to go, joined to another',
      { op: 'delete-block', at: 'A second' },
      { op: 'join', after: 'quick' },
      'To join a block that the other copy suggests deleting: A second paragraph.',
    ],
    [
      'a deletion of a block that is to be replaced',
      { op: 'retype', at: 'quick', to: 'quote' },
      remove,
      `To delete words that the other copy suggests replacing: ${fox}`,
    ],
    [
      'formatting of more than those that are to be replaced',
      swap,
      { op: 'mark', find: 'quick brown fox', mark: 'bold' },
      'To write among words that somebody suggests deleting: quick brown fox',
    ],
    [
      'a block joined to one that is to go',
      remove,
      { op: 'join', after: 'quick' },
      'To write in a block that somebody suggests deleting: A second paragraph.',
    ],
  ])('are reported: %s', (_name, editors, reviewers, said) => {
    expect(suggestedHere(editors, reviewers).told).toEqual([said])
  })

  it('and what is suggested about a block holds for both its halves and for its new kind', () => {
    for (const entry of [
      { op: 'split', before: 'brown' },
      { op: 'retype', at: 'quick', to: 'section' },
    ] as const) {
      expect(suggestedHere(remove, entry).reads).toEqual([
        'Before it all.',
        'Next',
        'A second paragraph.',
        'Last',
        'The end.',
      ])
    }
  })

  it('but a deletion of what is to go is what both wanted', () => {
    expect(suggestedHere(strike, strike).told).toEqual([])
    expect(suggestedHere(remove, strike).told).toEqual([])
  })
})
