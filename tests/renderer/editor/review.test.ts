import type { Editor } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { withAll } from '../../../src/core/review/resolve.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { anchorsOf } from '../../../src/core/review/threads.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { replaceAll, setFind } from '../../../src/renderer/editor/find/find.ts'
import { findMatches } from '../../../src/renderer/editor/find/find-query.ts'
import { activeReview } from '../../../src/renderer/editor/review/active.ts'
import {
  addComment,
  attachThread,
  commentTarget,
  startComment,
} from '../../../src/renderer/editor/review/comments.ts'
import { decide } from '../../../src/renderer/editor/review/decide.ts'
import { goToNext, goToSuggestion, goToThread } from '../../../src/renderer/editor/review/navigation.ts'
import { reviewMarks } from '../../../src/renderer/editor/review/review.ts'
import { type Mode, setReview } from '../../../src/renderer/editor/review/review-state.ts'
import { wordAt } from '../../../src/renderer/editor/spelling/word-at.ts'
import { runTextCommand } from '../../../src/renderer/editor/use-editor-commands.ts'
import { ada, ben, body, bold, doc, headline, keyPoints, kp, p, posOf } from '../../support/builders.ts'
import { cursorAt, mounted, pasteText, selectWords } from './mounted.ts'

const briefing = doc(
  headline('Ports agree'),
  keyPoints(kp('Nine ports sign'), kp('Fares stay')),
  body(p('The plan covers barriers.'), p('Second paragraph here.'), p('Last words.')),
)

function reviewing(mode: Mode, author = ada.id, content = briefing): Editor {
  const editor = mounted(content)
  setReview(editor, { mode, author })
  return editor
}

function type(editor: Editor, text: string): void {
  for (const character of text) {
    const { view } = editor
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(character, from, to)
    const handled = view.someProp('handleTextInput', handle => handle(view, from, to, character, insert))
    if (handled !== true) view.dispatch(insert())
  }
}

function press(editor: Editor, key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  editor.view.someProp('handleKeyDown', handle => handle(editor.view, event) === true || undefined)
}

/** What is suggested, as +new and -old, a break as ¶, in the order of the text. */
function marks({ state }: Editor): string[] {
  return suggestionsOf(state.doc)
    .flatMap(({ pieces, author }) => pieces.map(piece => ({ ...piece, author })))
    .sort((a, b) => a.from - b.from)
    .map(({ kind, of, text, author }) => {
      const sign = { insertion: '+', deletion: '-', modification: '~' }[kind]
      return `${author === ada.id ? 'ada' : 'ben'} ${sign}${of === 'break' ? '¶' : text}`
    })
}

const accepted = ({ state }: Editor): Node => withAll(state.doc, 'accept')
const rejected = ({ state }: Editor): Node => withAll(state.doc, 'reject')
const bodyOf = (content: Node) => content.child(3).children.map(block => block.textContent)
const words = ({ state }: Editor, thread: string) =>
  anchorsOf(state.doc)
    .get(thread)
    ?.map(({ from, to }) => state.doc.textBetween(from, to, '¶', ' '))

describe('[R2] Suggesting', () => {
  it('keeps a run of Backspace as one suggestion and goes on in front of it', () => {
    const editor = reviewing('suggesting')
    cursorAt(editor, ' covers')
    for (let times = 0; times < 4; times += 1) press(editor, 'Backspace')
    expect(marks(editor)).toEqual(['ada -plan'])
    expect(suggestionsOf(editor.state.doc)).toHaveLength(1)
    expect(editor.state.selection.from).toBe(posOf(editor.state.doc, 'plan'))
    press(editor, 'Backspace')
    expect(marks(editor)).toEqual(['ada - plan'])
  })

  it('goes on behind what Delete took', () => {
    const editor = reviewing('suggesting')
    cursorAt(editor, 'plan')
    for (let times = 0; times < 5; times += 1) press(editor, 'Delete')
    expect(marks(editor)).toEqual(['ada -plan '])
    type(editor, 'x')
    expect(accepted(editor).textContent).toContain('The xcovers')
  })

  it('passes over what it deleted already', () => {
    const editor = reviewing('suggesting')
    cursorAt(editor, ' covers')
    for (let times = 0; times < 4; times += 1) press(editor, 'Backspace')
    cursorAt(editor, ' covers')
    press(editor, 'Backspace')
    expect(accepted(editor).textContent).toContain('The covers')
  })

  it('goes through what another deleted, and strikes it too', () => {
    const editor = reviewing('suggesting', ben.id)
    selectWords(editor, 'plan')
    press(editor, 'Backspace')
    setReview(editor, { author: ada.id })
    cursorAt(editor, ' covers')
    for (let times = 0; times < 5; times += 1) press(editor, 'Backspace')
    expect(marks(editor)).toEqual(['ada - plan', 'ben -plan'])
    cursorAt(editor, 'covers')
    expect(accepted(editor).textContent).toContain('The covers')
  })

  it('puts typed words behind the selection they replace, as one suggestion', () => {
    const editor = reviewing('suggesting')
    selectWords(editor, 'plan')
    type(editor, 'deal')
    expect(marks(editor)).toEqual(['ada -plan', 'ada +deal'])
    expect(suggestionsOf(editor.state.doc)).toHaveLength(1)
  })

  it('takes back its own typing for real', () => {
    const editor = reviewing('suggesting')
    cursorAt(editor, 'plan')
    type(editor, 'ab')
    press(editor, 'Backspace')
    press(editor, 'Backspace')
    expect(editor.state.doc.toJSON()).toEqual(briefing.toJSON())
  })

  it('does not join one person’s words to another’s', () => {
    const editor = reviewing('suggesting', ben.id)
    cursorAt(editor, 'plan')
    type(editor, 'good ')
    setReview(editor, { author: ada.id })
    type(editor, 'old ')
    cursorAt(editor, 'ood')
    type(editor, 'o')
    expect(marks(editor)).toEqual(['ben +g', 'ada +o', 'ben +ood ', 'ada +old '])
  })

  it('splits and joins, and takes a split back', () => {
    const editor = reviewing('suggesting')
    cursorAt(editor, 'covers')
    press(editor, 'Enter')
    expect(marks(editor)).toEqual(['ada +¶'])
    press(editor, 'Backspace')
    expect(editor.state.doc.toJSON()).toEqual(briefing.toJSON())
    cursorAt(editor, 'Second')
    press(editor, 'Backspace')
    expect(marks(editor)).toEqual(['ada -¶'])
    expect(bodyOf(accepted(editor))).toEqual([
      'The plan covers barriers.Second paragraph here.',
      'Last words.',
    ])
    press(editor, 'Backspace')
    expect(bodyOf(accepted(editor))[0]).toBe('The plan covers barriersSecond paragraph here.')
  })

  it('joins over a block that is to go, and refuses to write in one', () => {
    const editor = reviewing('suggesting')
    const from = posOf(editor.state.doc, 'Second') - 1
    const { nodeSize } = briefing.child(3).child(1)
    editor.view.dispatch(editor.state.tr.delete(from, from + nodeSize))
    expect(bodyOf(accepted(editor))).toEqual(['The plan covers barriers.', 'Last words.'])
    cursorAt(editor, 'Last')
    press(editor, 'Backspace')
    expect(bodyOf(accepted(editor))).toEqual(['The plan covers barriers.Last words.'])
    expect(rejected(editor).toJSON()).toEqual(briefing.toJSON())
    const before = editor.state.doc
    cursorAt(editor, 'paragraph')
    type(editor, 'x')
    expect(editor.state.doc.eq(before)).toBe(true)
  })

  it('tracks a paste, a form and formatting, and drops formatting that is taken back', () => {
    const editor = reviewing('suggesting')
    cursorAt(editor, 'Second')
    pasteText(editor, 'one\ntwo')
    expect(rejected(editor).toJSON()).toEqual(briefing.toJSON())
    cursorAt(editor, 'Last')
    runTextCommand(editor, 'insert.section')
    expect(marks(editor).at(-1)).toBe('ada ~Last words.')
    selectWords(editor, 'Nine')
    runTextCommand(editor, 'format.bold')
    expect(marks(editor)[0]).toBe('ada ~Nine')
    runTextCommand(editor, 'format.bold')
    expect(marks(editor)[0]).not.toBe('ada ~Nine')
    expect(rejected(editor).toJSON()).toEqual(briefing.toJSON())
  })

  it('lets input rules and the slash menu work, and Backspace take a rule back', () => {
    const content = doc(headline('x'), body(p('a'), p()))
    const editor = reviewing('suggesting', ada.id, content)
    editor.commands.focus('end')
    type(editor, '## ')
    expect(accepted(editor).child(3).child(1).type.name).toBe('sectionHeading')
    press(editor, 'Backspace')
    expect(accepted(editor).child(3).child(1).type.name).toBe('paragraph')
    expect(bodyOf(accepted(editor))[1]).toBe('## ')
    expect(rejected(editor).toJSON()).toEqual(content.toJSON())
  })

  it('replaces what is found, across another’s insertion', () => {
    const editor = reviewing('suggesting', ben.id)
    cursorAt(editor, 'riers')
    type(editor, '-')
    setReview(editor, { author: ada.id })
    setFind(editor, { text: 'bar-riers', matchCase: false, wholeWord: false })
    expect(replaceAll(editor, 'gates')).toBe(1)
    expect(accepted(editor).textContent).toContain('covers gates.')
    expect(rejected(editor).toJSON()).toEqual(briefing.toJSON())
  })
})

describe('[R2] Editing beside suggestions', () => {
  const withBen = () => {
    const editor = reviewing('suggesting', ben.id)
    cursorAt(editor, 'plan')
    type(editor, 'good ')
    setReview(editor, { mode: 'editing', author: ada.id })
    return editor
  }

  it('leaves what is typed in another’s insertion nobody’s suggestion', () => {
    const editor = withBen()
    cursorAt(editor, 'ood')
    type(editor, 'XY')
    expect(marks(editor)).toEqual(['ben +g', 'ben +ood '])
    expect(rejected(editor).textContent).toContain('The XYplan')
  })

  it('does not make a new break a part of a suggested join', () => {
    const editor = reviewing('suggesting', ben.id)
    cursorAt(editor, 'Second')
    press(editor, 'Backspace')
    setReview(editor, { mode: 'editing', author: ada.id })
    cursorAt(editor, 'paragraph')
    press(editor, 'Enter')
    expect(bodyOf(accepted(editor))).toEqual([
      'The plan covers barriers.Second ',
      'paragraph here.',
      'Last words.',
    ])
  })

  it('keeps words joined to a suggested block when that is rejected', () => {
    const editor = reviewing('suggesting', ben.id)
    const at = posOf(editor.state.doc, 'Last') - 1
    editor.view.dispatch(editor.state.tr.insert(at, p('New block.')))
    setReview(editor, { mode: 'editing', author: ada.id })
    cursorAt(editor, 'Last')
    press(editor, 'Backspace')
    expect(bodyOf(accepted(editor)).at(-1)).toBe('New block.Last words.')
    expect(bodyOf(rejected(editor))).toEqual(bodyOf(briefing))
  })
})

describe('[R2] deciding', () => {
  const two = () => {
    const editor = reviewing('suggesting', ben.id)
    cursorAt(editor, 'plan')
    type(editor, 'good ')
    setReview(editor, { author: ada.id })
    selectWords(editor, 'Last')
    type(editor, 'First')
    return editor
  }

  it.each([
    ['one', (editor: Editor) => [suggestionsOf(editor.state.doc)[0]?.id ?? ''], ['ada -Last', 'ada +First']],
    ['an author’s', () => ({ author: ada.id }), ['ben +good ']],
    ['all', () => 'all' as const, []],
  ])('%s is one step of undo', (_name, which, left) => {
    const editor = two()
    const before = editor.state.doc
    expect(decide(editor, which(editor), 'accept')).toBe(true)
    expect(marks(editor)).toEqual(left)
    runTextCommand(editor, 'edit.undo')
    expect(editor.state.doc.toJSON()).toEqual(before.toJSON())
  })

  it('at the cursor takes the suggestion there, and in a selection all of them', () => {
    const editor = two()
    cursorAt(editor, 'ood')
    expect(decide(editor, 'selection', 'reject')).toBe(true)
    expect(marks(editor)).toEqual(['ada -Last', 'ada +First'])
    expect(decide(editor, 'selection', 'reject')).toBe(false)
    selectWords(editor, 'Second', 'First')
    decide(editor, 'selection', 'reject')
    expect(editor.state.doc.toJSON()).toEqual(briefing.toJSON())
  })
})

describe('[R1] comments', () => {
  const commented = (mode: Mode = 'editing') => {
    const editor = reviewing(mode)
    selectWords(editor, 'plan covers')
    addComment(editor, 't1')
    return editor
  }

  it('stand on any words, over blocks and fields, and over one another', () => {
    const editor = commented()
    selectWords(editor, 'covers barriers', 'Second')
    addComment(editor, 't2')
    selectWords(editor, 'agree', 'Nine')
    addComment(editor, 't3')
    expect(words(editor, 't1')).toEqual(['plan covers'])
    expect(words(editor, 't2')).toEqual(['covers barriers.', 'Second'])
    expect(words(editor, 't3')).toEqual(['agree', 'Nine'])
  })

  it('follow the words they were begun on while they are written', () => {
    const editor = reviewing('editing')
    selectWords(editor, ' plan ')
    startComment(editor)
    cursorAt(editor, 'The')
    type(editor, 'So ')
    expect(commentTarget(editor.state)?.quote.text).toBe('plan')
    addComment(editor, 't1')
    expect(words(editor, 't1')).toEqual(['plan'])
  })

  it('stay when what was typed before them is undone, and come back with their words', () => {
    const editor = reviewing('editing')
    cursorAt(editor, 'plan')
    type(editor, 'good ')
    selectWords(editor, 'covers')
    addComment(editor, 't1')
    runTextCommand(editor, 'edit.undo')
    expect(editor.state.doc.textContent).not.toContain('good')
    expect(words(editor, 't1')).toEqual(['covers'])
    selectWords(editor, 'plan covers')
    press(editor, 'Backspace')
    expect(words(editor, 't1')).toBeUndefined()
    runTextCommand(editor, 'edit.undo')
    expect(words(editor, 't1')).toEqual(['covers'])
  })

  it('stay on words that undo puts back from before them', () => {
    const editor = reviewing('editing')
    cursorAt(editor, 'Last')
    runTextCommand(editor, 'insert.pull-quote')
    selectWords(editor, 'Last words')
    addComment(editor, 't1')
    runTextCommand(editor, 'edit.undo')
    expect(editor.state.doc.toJSON()).not.toEqual(briefing.toJSON())
    expect(words(editor, 't1')).toEqual(['Last words'])
  })

  it.each(['editing', 'suggesting'] as const)(
    'keep their words through splits, joins, forms and moves in %s',
    mode => {
      const editor = commented(mode)
      cursorAt(editor, 'covers')
      press(editor, 'Enter')
      press(editor, 'Backspace')
      runTextCommand(editor, 'insert.bullets')
      runTextCommand(editor, 'format.paragraph')
      runTextCommand(editor, 'insert.section')
      runTextCommand(editor, 'move.down')
      runTextCommand(editor, 'insert.pull-quote')
      const kept = accepted(editor)
      expect(
        anchorsOf(kept)
          .get('t1')
          ?.map(({ from, to }) => kept.textBetween(from, to))
          .join(''),
      ).toBe('plan covers')
      expect(anchorsOf(rejected(editor)).has('t1')).toBe(true)
    },
  )

  it('do not go along when their words are copied', () => {
    const editor = commented('suggesting')
    cursorAt(editor, 'covers')
    type(editor, 'nicely ')
    selectWords(editor, 'barriers')
    type(editor, 'gates')
    selectWords(editor, 'The plan', 'gates')
    const { slice } = editor.view.serializeForClipboard(editor.state.selection.content())
    expect(slice.content.textBetween(0, slice.content.size)).toBe('The plan nicely covers gates')
    let found = 0
    slice.content.descendants(node => {
      found += node.marks.length
    })
    expect(found).toBe(0)
  })

  it('are attached to other words', () => {
    const editor = commented()
    selectWords(editor, 'Last')
    attachThread(editor, 't1')
    expect(words(editor, 't1')).toEqual(['Last'])
  })

  it('stay on a word that is replaced by searching', () => {
    const editor = reviewing('editing')
    selectWords(editor, 'barriers')
    addComment(editor, 't1')
    setFind(editor, { text: 'barriers', matchCase: false, wholeWord: false })
    replaceAll(editor, 'gates')
    expect(words(editor, 't1')).toEqual(['gates'])
  })

  it('are drawn in their author’s colour, and not once they are resolved', () => {
    const editor = commented()
    const mark = () => editor.view.dom.querySelector<HTMLElement>('mark.comment')
    const thread = (resolved: null | { author: string; time: string }) => ({
      comments: [{ id: 'c', author: ben.id, time: '', text: 'x', edited: null, counter: 0 }],
      resolved,
    })
    const authors = new Map([[ben.id, ben]])
    reviewMarks(editor).update({ threads: new Map([['t1', thread(null)]]), authors })
    expect(mark()?.style.getPropertyValue('--by')).toBe('var(--author-vermilion)')
    expect(mark()?.getAttribute('aria-description')).toBe('Ben Lindqvist')
    expect(mark()?.dataset.active).toBe('true')
    cursorAt(editor, 'Last')
    expect(mark()?.dataset.active).toBeUndefined()
    reviewMarks(editor).update({
      threads: new Map([['t1', thread({ author: '', time: '' })]]),
      authors,
    })
    expect(mark()?.dataset.state).toBe('resolved')
    expect(mark()?.getAttribute('role')).toBe('none')
  })
})

describe('[R1][R2] going from one to the next', () => {
  it('takes threads and suggestions in the order of the text, round the ends, without the resolved', () => {
    const editor = reviewing('suggesting')
    selectWords(editor, 'Nine')
    addComment(editor, 'open')
    selectWords(editor, 'Fares')
    addComment(editor, 'resolved')
    cursorAt(editor, 'covers')
    type(editor, 'x')
    const id = suggestionsOf(editor.state.doc)[0]?.id ?? ''
    cursorAt(editor, 'Ports')
    const isOpen = (thread: string) => thread === 'open'
    const visited: (string | undefined)[] = []
    for (let times = 0; times < 3; times += 1) {
      goToNext(editor, 1, { isOpen, conflicts: [] })
      visited.push(activeReview(editor.state)?.id)
    }
    goToNext(editor, -1, { isOpen, conflicts: [] })
    visited.push(activeReview(editor.state)?.id)
    expect(visited).toEqual(['open', id, 'open', id])
  })

  it('makes the one that was asked for the active one, also where several overlap', () => {
    const editor = reviewing('editing')
    selectWords(editor, 'plan covers')
    addComment(editor, 'wide')
    selectWords(editor, 'plan')
    addComment(editor, 'narrow')
    cursorAt(editor, 'lan')
    setReview(editor, { chosen: null })
    expect(activeReview(editor.state)?.id).toBe('narrow')
    expect(goToThread(editor, 'wide')).toBe(true)
    expect(activeReview(editor.state)?.id).toBe('wide')
    expect(goToThread(editor, 'none')).toBe(false)
    expect(goToSuggestion(editor, 'none')).toBe(false)
  })
})

describe('[R2] deleted words', () => {
  const deletion = schema.mark('deletion', { id: 'd', author: ben.id, time: '', of: 'text' })
  const struck = doc(body(p('har', schema.text('XX', [deletion]), 'bours ', bold('here'))))

  it('are not found, and do not part the words around them', () => {
    const find = (text: string) => findMatches(struck, { text, matchCase: false, wholeWord: true })
    expect(find('harbours').map(({ from, to }) => struck.textBetween(from, to))).toEqual(['harXXbours'])
    expect(find('XX')).toEqual([])
    expect(wordAt(struck, posOf(struck, 'ours'))?.word).toBe('harbours')
  })
})

describe('[R3] Viewing', () => {
  it('changes nothing', () => {
    const editor = reviewing('viewing')
    cursorAt(editor, 'plan')
    type(editor, 'x')
    runTextCommand(editor, 'insert.section')
    expect(editor.state.doc.toJSON()).toEqual(briefing.toJSON())
  })
})
