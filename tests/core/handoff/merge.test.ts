import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { mergeReturns } from '../../../src/core/handoff/merge.ts'
import { mergeCopies } from '../../../src/core/handoff/merge-copies.ts'
import { undoMerge } from '../../../src/core/handoff/undo-merge.ts'
import { makeChange } from '../../../src/core/history/change.ts'
import { detailOperation } from '../../../src/core/history/log.ts'
import { readingOf } from '../../../src/core/review/publication.ts'
import { resolveSuggestions } from '../../../src/core/review/resolve.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import {
  ada,
  at,
  ben,
  body,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  posOf,
  section,
  uuid,
} from '../../support/builders.ts'
import { acted, appended, cleo, type Edit, edited, merge, send, suggested } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'

const text = doc(
  headline('Talks resume'),
  keyPoints(kp('A point.'), kp('Another point.')),
  body(
    p('The quick brown fox jumps.'),
    p('A second paragraph.'),
    section('Next'),
    p('The middle.'),
    section('Last'),
    p('The end.'),
  ),
)
const start = startLog(text)

const insert =
  (before: string, words: string): Edit =>
  tr =>
    tr.insert(posOf(tr.doc, before), schema.text(words))
const remove =
  (words: string): Edit =>
  tr => {
    const from = posOf(tr.doc, words)
    return tr.delete(from, from + words.length)
  }
const replace =
  (words: string, by: string): Edit =>
  tr => {
    const from = posOf(tr.doc, words)
    return tr.replaceWith(from, from + words.length, schema.text(by))
  }
const mark =
  (words: string, name: string): Edit =>
  tr => {
    const from = posOf(tr.doc, words)
    return tr.addMark(from, from + words.length, schema.mark(name))
  }
const retype =
  (words: string, level: number): Edit =>
  tr => {
    const from = posOf(tr.doc, words)
    return tr.setBlockType(from, from, section().type, { level })
  }
const wrap =
  (words: string): Edit =>
  tr => {
    const range = tr.doc.resolve(posOf(tr.doc, words)).blockRange()
    const type = schema.nodes.blockQuotation
    return range !== null && type !== undefined ? tr.wrap(range, [{ type }]) : tr
  }
const removeBlock =
  (words: string): Edit =>
  tr => {
    const $at = tr.doc.resolve(posOf(tr.doc, words))
    return tr.delete($at.before(), $at.after())
  }
/** Moves a run of blocks, from the one with the first words to the one with the last, before another. */
const move =
  (first: string, last: string, before: string): Edit =>
  tr => {
    const from = tr.doc.resolve(posOf(tr.doc, first)).before()
    const to = tr.doc.resolve(posOf(tr.doc, last)).after()
    const { content } = tr.doc.slice(from, to)
    tr.delete(from, to)
    const $target = tr.doc.resolve(posOf(tr.doc, before))
    return tr.insert($target.before(), content)
  }

const lines = (document: Node) =>
  document.child(3).textBetween(0, document.child(3).content.size, '\n').split('\n')

/** The editor and a reviewer each do one thing to the same text; the reviewer's return is merged. */
function concurrent(editors: Edit, reviewers: Edit) {
  const sent = send(start, ben)
  const ours = edited(sent.master, ada, editors)
  const theirs = edited(sent.copy, ben, reviewers)
  return { ours, theirs, ...merge(ours, [theirs]) }
}

const held = (log: TestLog) => openConflicts(log.briefing.records.handoff)

describe('[H3] the reviewer’s words, where the editor changed the block meanwhile', () => {
  const often = insert('jumps', 'often ')

  it('split: they are in the right half', () => {
    const { master } = concurrent(tr => tr.split(posOf(tr.doc, 'brown')), often)
    expect(lines(master.briefing.doc).slice(0, 2)).toEqual(['The quick ', 'brown fox often jumps.'])
    expect(held(master)).toEqual([])
  })

  it('split, and the reviewer marks a word in the tail: it is marked', () => {
    const { master } = concurrent(tr => tr.split(posOf(tr.doc, 'brown')), mark('fox', 'bold'))
    const from = posOf(master.briefing.doc, 'fox')
    expect(master.briefing.doc.rangeHasMark(from, from + 3, schema.mark('bold').type)).toBe(true)
    expect(master.briefing.doc.rangeHasMark(from - 4, from, schema.mark('bold').type)).toBe(false)
  })

  it('joined with the next: they are where they were written', () => {
    const { master } = concurrent(tr => tr.join(posOf(tr.doc, 'A second') - 1), often)
    expect(lines(master.briefing.doc)[0]).toBe('The quick brown fox often jumps.A second paragraph.')
  })

  it('made a heading: they are in it', () => {
    const { master } = concurrent(retype('The quick', 1), often)
    expect(lines(master.briefing.doc)[0]).toBe('The quick brown fox often jumps.')
    expect(master.briefing.doc.child(3).firstChild?.type.name).toBe('sectionHeading')
  })

  it('wrapped in a quotation: they are in it', () => {
    const { master } = concurrent(wrap('The quick'), often)
    expect(master.briefing.doc.child(3).firstChild?.textContent).toBe('The quick brown fox often jumps.')
    expect(held(master)).toEqual([])
  })

  it('deleted: they are a conflict, with what was wanted and by whom', () => {
    const { master } = concurrent(removeBlock('The quick'), often)
    expect(lines(master.briefing.doc)[0]).toBe('A second paragraph.')
    expect(held(master)).toMatchObject([{ kind: 'lost', content: 'often ', author: ben.id, settled: null }])
  })

  it('moved: they go along', () => {
    const { master } = concurrent(move('The quick', 'The quick', 'The end'), often)
    expect(lines(master.briefing.doc)).toContain('The quick brown fox often jumps.')
    expect(lines(master.briefing.doc).at(-2)).toBe('The quick brown fox often jumps.')
    expect(held(master)).toEqual([])
  })
})

describe('[H3] moves', () => {
  it('take along what the other side writes, whichever side moves', () => {
    const writing = insert('middle', 'muddy ')
    const moving = move('Next', 'The middle', 'The quick')
    for (const { master } of [concurrent(moving, writing), concurrent(writing, moving)]) {
      expect(lines(master.briefing.doc)).toEqual([
        'Next',
        'The muddy middle.',
        'The quick brown fox jumps.',
        'A second paragraph.',
        'Last',
        'The end.',
      ])
      expect(held(master)).toEqual([])
    }
  })

  it('work for key points', () => {
    const first: Edit = tr => {
      const from = tr.doc.resolve(posOf(tr.doc, 'A point')).before()
      const to = tr.doc.resolve(posOf(tr.doc, 'A point')).after()
      const { content } = tr.doc.slice(from, to)
      tr.insert(tr.doc.resolve(posOf(tr.doc, 'Another')).after(), content)
      return tr.delete(from, to)
    }
    const { master } = concurrent(first, insert('point.', 'new '))
    expect(master.briefing.doc.child(2).textContent).toBe('Another point.A new point.')
  })

  it('of the same passage by both stay where the editor put it, and that is said', () => {
    const { master } = concurrent(
      move('The quick', 'The quick', 'Last'),
      move('The quick', 'The quick', 'Next'),
    )
    expect(lines(master.briefing.doc)[3]).toBe('The quick brown fox jumps.')
    expect(held(master)).toMatchObject([
      { wanted: 'To move a passage', content: 'The quick brown fox jumps.' },
    ])
  })

  it('that the editor took back are no moves any more', () => {
    const sent = send(start, ben)
    const moved = edited(sent.master, ada, move('The quick', 'The quick', 'Last'))
    const back = edited(moved, ada, move('The quick', 'The quick', 'A second'))
    const { master } = merge(back, [edited(sent.copy, ben, move('The quick', 'The quick', 'Next'))])
    expect(lines(master.briefing.doc).slice(0, 3)).toEqual([
      'A second paragraph.',
      'The quick brown fox jumps.',
      'Next',
    ])
    expect(held(master)).toEqual([])
  })
})

describe('[H3] what goes on from a change that was merged in other steps than it had', () => {
  const away = move('The quick', 'The quick', 'Last')
  const often = insert('jumps', 'often ')
  /** In one change. */
  const both =
    (one: Edit, other: Edit): Edit =>
    tr => {
      one(tr)
      other(tr)
    }
  /** A move that puts in before it takes out. */
  const copyFirst: Edit = tr => {
    const $from = tr.doc.resolve(posOf(tr.doc, 'Last'))
    tr.insert(tr.doc.resolve(posOf(tr.doc, 'The quick')).before(), $from.parent)
    return tr.delete($from.before() + $from.parent.nodeSize, $from.after() + $from.parent.nodeSize)
  }

  /** A reviewer does two things, and sends a return after each or only after both; the editor one meanwhile. */
  function inTwo(editors: Edit, first: Edit, then: Edit, edits: 'edits' | 'suggestions' = 'edits') {
    const sent = send(start, ben)
    const ours = edited(sent.master, ada, editors)
    const one = edited(sent.copy, ben, first)
    const two = edited(one, ben, then)
    const after = merge(ours, [one], { edits }).master
    const told = (log: TestLog) => held(log).map(({ kind, wanted, content }) => [kind, wanted, content])
    const came = (log: TestLog) => {
      const { master } = merge(log, [two], { edits })
      return { doc: withoutIds(master.briefing.doc), held: told(master) }
    }
    return { once: came(ours), twice: came(after), after, two }
  }
  const withoutIds = (document: Node) =>
    JSON.parse(JSON.stringify(document, (key, value) => (key === 'id' ? '' : value)))

  it.each<[string, Edit, Edit, Edit]>([
    [
      'words in what was moved beside what was lost',
      removeBlock('The end'),
      both(away, retype('The end', 1)),
      often,
    ],
    [
      'moving it back',
      removeBlock('The end'),
      both(away, retype('The end', 1)),
      move('The quick', 'The quick', 'A second'),
    ],
    [
      'moving back what others wrote in',
      insert('brown', 'big '),
      away,
      move('The quick', 'The quick', 'A second'),
    ],
    ['words in what was copied first', remove('The end'), copyFirst, insert('ast', 'x')],
    [
      'a form taken back',
      removeBlock('The end'),
      both(mark('fox', 'bold'), retype('The end', 1)),
      tr => tr.removeMark(0, tr.doc.content.size),
    ],
  ])('by two returns comes to the same as by one: %s', (_, editors, first, then) => {
    const { once, twice } = inTwo(editors, first, then)
    expect(twice).toEqual(once)
  })

  it.each<[string, Edit]>([
    ['', remove('The end')],
    [', with what others wrote in it', insert('brown', 'big ')],
  ])('a suggested move is gone on from where it went%s', (_, editors) => {
    const { once, twice } = inTwo(editors, away, often, 'suggestions')
    expect(twice).toEqual(once)
    expect(twice.held).toEqual([])
  })

  it.each<['accept' | 'reject', number]>([
    ['accept', 3],
    ['reject', 0],
  ])('a suggested move that was decided is gone on from where it stands: %s', (decision, line) => {
    const { after, two } = inTwo(remove('The end'), away, often, 'suggestions')
    const decided = edited(after, ada, tr => resolveSuggestions(tr, () => decision))
    const { master } = merge(decided, [two])
    expect(lines(master.briefing.doc)[line]).toBe('The quick brown fox often jumps.')
    expect(held(master)).toEqual([])
  })
})

describe('[H3] both at the same words', () => {
  it('an incoming deletion leaves what was put in, and says so', () => {
    const { master } = concurrent(insert('brown', 'and clever '), remove('quick brown fox '))
    expect(lines(master.briefing.doc)[0]).toBe('The and clever jumps.')
    expect(held(master)).toMatchObject([{ kind: 'overlap', content: 'and clever ' }])
  })

  it('an incoming deletion leaves a break that was put in', () => {
    const { master } = concurrent(tr => tr.split(posOf(tr.doc, 'brown')), remove('quick brown '))
    expect(lines(master.briefing.doc).slice(0, 2)).toEqual(['The ', 'fox jumps.'])
  })

  it('words replaced by both are both there, and it is said', () => {
    const { master } = concurrent(replace('quick', 'slow'), replace('quick', 'lazy'))
    expect(lines(master.briefing.doc)[0]).toContain('slow')
    expect(lines(master.briefing.doc)[0]).toContain('lazy')
    expect(held(master)).toMatchObject([{ kind: 'overlap', content: 'lazy' }])
  })

  it('words replaced here and deleted there stay, and it is said', () => {
    const { master } = concurrent(replace('quick', 'slow'), remove('quick'))
    expect(lines(master.briefing.doc)[0]).toBe('The slow brown fox jumps.')
    expect(held(master)).toMatchObject([{ kind: 'overlap', content: 'slow' }])
  })

  it('words suggested to go that were replaced here stay, and it is said', () => {
    const sent = send(start, ben, 'suggest')
    const ours = edited(sent.master, ada, replace('quick', 'slow'))
    const { master } = merge(ours, [suggested(sent.copy, ben, replace('quick', 'lazy'))])
    expect(readingOf(master.briefing.doc, 'reject').textContent).toContain('The slow brown')
    expect(held(master)).toMatchObject([{ kind: 'overlap', content: 'slow' }])
  })

  it('a block that was put in a quotation here and deleted there goes, and it is said', () => {
    const { master } = concurrent(wrap('A second'), removeBlock('A second'))
    expect(lines(master.briefing.doc)[1]).toBe('Next')
    expect(held(master)).toMatchObject([{ kind: 'overlap', content: 'A second paragraph.' }])
  })

  it('the same deletion by both is nobody’s conflict', () => {
    const { master, merged } = concurrent(remove('quick '), remove('quick '))
    expect(lines(master.briefing.doc)[0]).toBe('The brown fox jumps.')
    expect(held(master)).toEqual([])
    expect(merged.report.openConflicts).toBe(0)
  })
})

describe('[H3] merging again', () => {
  const { ours, theirs, master } = concurrent(insert('quick', 'very '), insert('jumps', 'often '))

  it('changes nothing, and says that it is known', () => {
    const again = merge(master, [theirs])
    expect(again.merged.changes).toEqual([])
    expect(again.merged.report.returns).toMatchObject([{ isKnown: true }])
    expect(merge(ours, [theirs, theirs]).master.briefing.head).toBe(master.briefing.head)
  })

  it('brings only what is new, in its place', () => {
    const later = edited(edited(theirs, ben, insert('ten jumps', 'and of')), ben, insert('end', 'bitter '))
    const { master: after } = merge(master, [later])
    expect(lines(after.briefing.doc)[0]).toBe('The very quick brown fox ofand often jumps.')
    expect(lines(after.briefing.doc).at(-1)).toBe('The bitter end.')
    expect(after.changes.length).toBe(master.changes.length + 3)
  })

  it('works after an undo, which restores text and records exactly', () => {
    const merge0 = master.briefing.records.handoff.merges[0]?.id ?? ''
    const undone = expectOk(undoMerge(master, merge0, { author: ada, time: at(55) }))
    expect(undone.briefing.doc.eq(ours.briefing.doc)).toBe(true)
    const { handoff, ...records } = undone.briefing.records
    const { handoff: before, ...recordsBefore } = ours.briefing.records
    expect(records).toEqual(recordsBefore)
    expect(handoff.conflicts).toEqual(before.conflicts)
    const log = appended(master, [undone.change])
    const { master: after } = merge(log, [theirs])
    expect(after.briefing.doc.eq(master.briefing.doc)).toBe(true)
    expect(undoMerge(log, merge0, { author: ada, time: at(56) })).toMatchObject({
      error: { code: 'handoff.unknown-merge' },
    })
  })

  it('works after an undo for deletions, moves and wraps too, and later edits survive the undo', () => {
    const sent = send(start, ben)
    let back = edited(sent.copy, ben, remove('quick '))
    back = edited(back, ben, move('A second', 'A second', 'The end'))
    back = edited(back, ben, wrap('The middle'))
    const once = merge(sent.master, [back]).master
    const later = edited(once, ada, insert('jumps', 'often '))
    const id = later.briefing.records.handoff.merges[0]?.id ?? ''
    const undone = expectOk(undoMerge(later, id, { author: ada, time: at(55) }))
    expect(lines(undone.briefing.doc).slice(0, 2)).toEqual([
      'The quick brown fox often jumps.',
      'A second paragraph.',
    ])
    const again = merge(appended(later, [undone.change]), [back]).master
    expect(again.briefing.doc.eq(later.briefing.doc)).toBe(true)
    expect(held(again)).toEqual([])
  })
})

describe('[H3] many reviewers', () => {
  it('give the same, whatever the order of their returns', () => {
    const first = send(start, ben)
    const second = send(first.master, cleo)
    const b = edited(first.copy, ben, replace('quick', 'lazy'))
    const c = edited(second.copy, cleo, remove('quick brown '))
    const ways = [
      merge(second.master, [b, c]).master,
      merge(second.master, [c, b]).master,
      merge(merge(second.master, [c]).master, [b]).master,
    ]
    expect(ways[0]?.briefing.head).toBe(ways[1]?.briefing.head)
    for (const master of ways) {
      const all = `${master.briefing.doc.textContent} ${held(master).map(({ content }) => content)}`
      expect(all).toContain('lazy')
    }
  })

  it('in a chain come through by whichever way', () => {
    const first = send(start, ben, 'edit')
    const bens = edited(first.copy, ben, insert('jumps', 'often '))
    const passed = send(bens, cleo, 'edit', { sender: ben })
    const cleos = edited(passed.copy, cleo, insert('jumps', 'and gladly '))
    const direct = merge(first.master, [cleos]).master
    expect(lines(direct.briefing.doc)[0]).toBe('The quick brown fox often and gladly jumps.')
    const viaBen = merge(passed.master, [cleos], { author: ben }).master
    const through = merge(first.master, [viaBen]).master
    expect(through.briefing.doc.eq(direct.briefing.doc)).toBe(true)
    for (const master of [direct, through]) {
      for (const log of [bens, cleos, viaBen]) {
        expect(merge(master, [log]).master.briefing.doc.eq(direct.briefing.doc)).toBe(true)
      }
    }
    expect(direct.briefing.authors.get(cleo.id)).toEqual(cleo)
  })

  it('never gain rights on the way', () => {
    const first = send(start, ben, 'comment')
    const passed = send(first.copy, cleo, 'edit', { sender: ben })
    expect(passed.copy.briefing.records.handoff.copy).toMatchObject({ rights: 'comment', sender: ben.id })
    const { master } = merge(first.master, [edited(passed.copy, cleo, insert('jumps', 'often '))])
    expect(readingOf(master.briefing.doc, 'reject').eq(start.briefing.doc)).toBe(true)
    expect(suggestionsOf(master.briefing.doc)).toMatchObject([{ author: cleo.id }])
  })
})

describe('[H3] more than a copy may do', () => {
  it.each(['comment', 'suggest'] as const)('an edit of a %s copy becomes a suggestion', rights => {
    const sent = send(start, ben, rights)
    let theirs = edited(sent.copy, ben, replace('quick', 'lazy'))
    theirs = edited(theirs, ben, insert('zy', 'fr'))
    theirs = edited(theirs, ben, wrap('A second'))
    theirs = edited(theirs, ben, insert('second', 'very '))
    const { master, merged } = merge(edited(sent.master, ada, insert('fox', 'red ')), [theirs])
    expect(lines(readingOf(master.briefing.doc, 'reject'))[0]).toBe('The quick brown red fox jumps.')
    const accepted = readingOf(master.briefing.doc, 'accept')
    expect(lines(accepted).slice(0, 2)).toEqual([
      'The lafrzy brown red fox jumps.',
      'A very second paragraph.',
    ])
    expect(merged.report.returns[0]?.edits).toEqual([])
    expect(merged.report.returns[0]?.suggestions.length).toBeGreaterThan(1)
    expect(held(master)).toEqual([])
  })

  it('deciding another’s suggestion is kept as a wish', () => {
    const mine = suggested(start, ada, insert('fox', 'red '))
    const id = suggestionsOf(mine.briefing.doc)[0]?.id ?? ''
    const sent = send(mine, ben, 'suggest', { shown: [id] })
    const from = posOf(sent.copy.briefing.doc, 'red ')
    const theirs = edited(sent.copy, ben, tr =>
      tr.removeMark(from, from + 4, schema.mark('insertion', { id: 'x', author: 'x', time: 'x' }).type),
    )
    const { master } = merge(sent.master, [theirs])
    expect(master.briefing.doc.eq(mine.briefing.doc)).toBe(true)
    expect(held(master)).toMatchObject([{ kind: 'lost', content: 'red ' }])
  })

  it('accepting a suggestion of one’s own leaves it one: words, a deletion and a form', () => {
    const sent = send(start, ben, 'suggest')
    let theirs = suggested(sent.copy, ben, insert('fox', 'red '))
    theirs = suggested(theirs, ben, remove('A second '))
    theirs = suggested(theirs, ben, mark('middle', 'bold'))
    const accepted = edited(theirs, ben, tr => resolveSuggestions(tr, () => 'accept'))
    expect(suggestionsOf(accepted.briefing.doc)).toEqual([])
    const { master } = merge(sent.master, [accepted])
    expect(readingOf(master.briefing.doc, 'reject').eq(start.briefing.doc)).toBe(true)
    const wanted = readingOf(accepted.briefing.doc, 'accept').toString()
    expect(readingOf(master.briefing.doc, 'accept').toString()).toBe(wanted)
    expect(held(master)).toEqual([])
  })

  it('edits of an edit copy can be taken as suggestions', () => {
    const sent = send(start, ben)
    const theirs = edited(sent.copy, ben, remove('quick '))
    const { master } = merge(sent.master, [theirs], { edits: 'suggestions' })
    expect(readingOf(master.briefing.doc, 'reject').eq(start.briefing.doc)).toBe(true)
    expect(lines(readingOf(master.briefing.doc, 'accept'))[0]).toBe('The brown fox jumps.')
  })

  it('details and status are proposals', () => {
    const sent = send(start, ben)
    const theirs = acted(sent.copy, ben, [
      expectOk(detailOperation(sent.copy.briefing, 'slug', 'fox')),
      { type: 'status', status: 'Approved', content: start.briefing.head, counter: 1 },
    ])
    const { master } = merge(sent.master, [theirs])
    expect(master.briefing.details.slug).toBe('')
    expect(master.briefing.records.status).toBe('Draft')
    expect(held(master)).toMatchObject([
      { kind: 'proposal', content: 'fox', proposal: { of: 'detail', name: 'slug', value: 'fox' } },
      { kind: 'proposal', proposal: { of: 'status', status: 'Approved' } },
    ])
  })
})

describe('[H3] records', () => {
  const thread = uuid(0x7e)
  const opened = acted(start, ada, [
    {
      type: 'thread.open',
      thread,
      quote: { text: 'fox', before: '', after: '' },
      comment: { id: uuid(0x71), text: 'Which fox?' },
    },
  ])

  it('a reply that meets a resolution, on either side, leaves the thread open with it', () => {
    const reply = { type: 'comment.add', thread, comment: { id: uuid(0x72), text: 'The red one.' } } as const
    const resolve = { type: 'thread.resolve', thread, resolved: true, counter: 1 } as const
    for (const [ours, theirs] of [
      [reply, resolve],
      [resolve, reply],
    ] as const) {
      const sent = send(opened, ben, 'comment', { shown: [thread] })
      const { master } = merge(acted(sent.master, ada, [ours]), [acted(sent.copy, ben, [theirs])])
      expect(master.briefing.records.threads.get(thread)).toMatchObject({
        resolved: null,
        comments: [{ text: 'Which fox?' }, { text: 'The red one.' }],
      })
    }
  })

  it('comments come with their place, their author and their time, approvals with their verdict', () => {
    const sent = send(start, ben, 'comment')
    const from = posOf(sent.copy.briefing.doc, 'brown')
    const mine = uuid(0x7f)
    const transform = [
      { stepType: 'addMark', from, to: from + 5, mark: { type: 'comment', attrs: { thread: mine } } },
    ]
    const theirs = acted(sent.copy, ben, [
      {
        type: 'thread.open',
        thread: mine,
        quote: { text: 'brown', before: 'quick ', after: ' fox' },
        comment: { id: uuid(0x73), text: 'Grey?' },
      },
      { type: 'steps', steps: transform },
      {
        type: 'approval',
        approval: uuid(0x74),
        verdict: 'changes-requested',
        note: 'Not yet.',
        content: start.briefing.head,
      },
    ])
    const { master, merged } = merge(edited(sent.master, ada, insert('brown', 'very ')), [theirs])
    const now = posOf(master.briefing.doc, 'brown')
    expect(
      master.briefing.doc.rangeHasMark(now, now + 5, schema.mark('comment', { thread: mine }).type),
    ).toBe(true)
    expect(master.briefing.records.threads.get(mine)?.comments).toMatchObject([
      { author: ben.id, text: 'Grey?' },
    ])
    expect(merged.report.returns).toMatchObject([
      {
        reviewer: { id: ben.id, name: ben.name },
        comments: [{ kind: 'comment', text: 'Grey?', where: { text: 'brown' } }],
        approvals: [{ verdict: 'changes-requested', note: 'Not yet.' }],
        unverified: [],
      },
    ])
  })
})

describe('[H2] what a copy shows', () => {
  const secret = suggested(start, ada, tr => {
    insert('fox', 'SECRET ')(tr)
    remove('A second ')(tr)
    tr.split(posOf(tr.doc, 'middle'))
  })

  it('is the text without others’ suggestions, threads, names and history', () => {
    const { copy } = send(edited(secret, cleo, insert('end', 'x')), ben, 'suggest')
    const all = JSON.stringify([copy.origin, copy.changes])
    expect(all).not.toContain('SECRET')
    expect(all).not.toContain(cleo.name)
    expect(all).not.toContain('suggestion')
    expect(copy.briefing.doc.child(3).child(1).textContent).toBe('A second paragraph.')
    expect(copy.briefing.records.handoff.copy).toMatchObject({ reviewer: ben, rights: 'suggest' })
  })

  it('maps back exactly: what was hidden stays where it was', () => {
    const sent = send(secret, ben, 'edit')
    const { master } = merge(sent.master, [
      edited(edited(sent.copy, ben, remove('brown fox ')), ben, insert('paragraph', 'short ')),
    ])
    expect(lines(readingOf(master.briefing.doc, 'accept'))).toEqual([
      'The quick SECRET jumps.',
      'short paragraph.',
      'Next',
      'The ',
      'middle.',
      'Last',
      'The end.',
    ])
  })
})

describe('[H3] a return that is not one', () => {
  it('is refused whole, with the reason', () => {
    const sent = send(start, ben)
    const other = startLog(doc(headline('Another')))
    const options = { author: ada, time: at(50), edits: 'edits' } as const
    const code = (result: ReturnType<typeof mergeReturns>) => (result.ok ? 'merged' : result.error.code)
    expect(code(mergeReturns(sent.master, [start], options))).toBe('handoff.not-a-return')
    expect(code(mergeReturns(other, [sent.copy], options))).toBe('handoff.unknown-base')
    const unlike = { ...other, origin: { ...other.origin, id: uuid(2) } }
    expect(code(mergeReturns(unlike, [sent.copy], options))).toBe('handoff.other-briefing')
    expect(mergeReturns(sent.master, [sent.copy, start], options)).toMatchObject({
      error: { entry: 'return 2' },
    })
  })

  it('is known by its base where another machine sent it', () => {
    const sent = send(start, ben)
    const { master, merged } = merge(start, [edited(sent.copy, ben, insert('jumps', 'often '))])
    expect(lines(master.briefing.doc)[0]).toBe('The quick brown fox often jumps.')
    expect(readingOf(master.briefing.doc, 'reject').eq(start.briefing.doc)).toBe(true)
    expect(merged.report.returns).toMatchObject([{ rights: 'suggest' }])
  })

  it('is known where the machine that sent it comes back, once and with its words', () => {
    const sent = send(start, ben)
    const theirs = edited(sent.copy, ben, insert('jumps', 'often '))
    const here = merge(start, [theirs]).master
    const there = ['very ', 'very ', 'very '].reduce(
      (log, words) => edited(log, ada, insert('quick', words)),
      sent.master,
    )
    const joined = expectOk(mergeCopies(here, [there], { author: ada, time: at(51), edits: 'edits' }))
    const log = { origin: start.origin, changes: joined.changes, briefing: joined.briefing }
    expect(lines(log.briefing.doc)[0]).toBe('The very very very quick brown fox often jumps.')
    expect(log.briefing.records.handoff.invitations).toHaveLength(1)
    expect(merge(log, [theirs]).merged.changes).toEqual([])
    const more = merge(log, [edited(theirs, ben, insert('end', 'bitter '))]).master
    expect(lines(more.briefing.doc).at(-1)).toBe('The bitter end.')
  })

  it('claims another’s change id: that change is refused and kept with its words', () => {
    const sent = send(start, ben)
    const ours = edited(sent.master, ada, insert('quick', 'very '))
    const stolen = ours.changes.at(-1)
    const theirs = edited(sent.copy, ben, insert('jumps', 'FORGED '))
    const last = theirs.changes.at(-1)
    if (stolen === undefined || last === undefined) throw new Error('No changes')
    const { hash: _, ...parts } = last
    const forged = appended(sent.copy, [makeChange({ ...parts, id: stolen.id })])
    const { master } = merge(ours, [forged])
    expect(lines(master.briefing.doc)[0]).toBe('The very quick brown fox jumps.')
    expect(held(master)).toMatchObject([{ kind: 'refused', content: 'FORGED ' }])
    expect(merge(master, [forged]).merged.changes).toEqual([])
  })
})
