import fc from 'fast-check'
import {
  deleteSelection,
  joinBackward,
  joinForward,
  lift,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from 'prosemirror-commands'
import { Fragment, type MarkType, type Node, type NodeType, Slice } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { schema } from '../../src/core/schema/schema.ts'
import { bold, br, bullets, divider, li, p, pullQuote, section } from './builders.ts'

/**
 * Edits as an editor's keys, menus, pastes and drags make them, on any document: an edit says what and roughly
 * where, and takes its bearings from the document it meets.
 */
export interface AuthorEdit {
  readonly kind: keyof typeof makers
  /** Places as parts of the document, from 0 to 1. */
  readonly a: number
  readonly b: number
  readonly text: string
}

function node(name: string): NodeType {
  const type = schema.nodes[name]
  if (type === undefined) throw new Error(`No node ${name}`)
  return type
}

function mark(name: string): MarkType {
  const type = schema.marks[name]
  if (type === undefined) throw new Error(`No mark ${name}`)
  return type
}

/** What an edit has to go by. */
interface Place {
  readonly state: EditorState
  readonly edit: AuthorEdit
  /** A cursor in text. */
  readonly caret: EditorState
  /** A few letters of one block. */
  readonly few: EditorState
  /** A selection within one field, often over several blocks. */
  readonly several: EditorState
}

type Made = Transaction | null

const run =
  (on: 'caret' | 'few' | 'several', command: Command) =>
  (place: Place): Made => {
    let made: Made = null
    command(place[on], tr => {
      made = tr
    })
    return made
  }

const pasted = (content: readonly Node[], open = 1) =>
  run('several', (state, dispatch) => {
    dispatch?.(state.tr.replaceSelection(new Slice(Fragment.from([...content]), open, open)))
    return true
  })

const makers = {
  type: ({ caret, edit }: Place) => caret.tr.insertText(edit.text),
  typeOver: ({ few, edit }: Place) => few.tr.insertText(edit.text),
  backspace: ({ few }: Place) => (few.selection.empty ? null : few.tr.deleteSelection()),
  split: run('caret', splitBlock),
  lineBreak: ({ caret }: Place) => caret.tr.replaceSelectionWith(br(), false),
  joinBack: ({ caret, state }: Place): Made =>
    run('caret', joinBackward)({ caret: at(state, caret.selection.$from.start()) } as Place),
  joinForward: ({ caret, state }: Place): Made =>
    run('caret', joinForward)({ caret: at(state, caret.selection.$from.end()) } as Place),
  deleteSelection: run('several', deleteSelection),
  deleteAcrossFields: ({ state, edit }: Place): Made => {
    const size = state.doc.content.size
    const [from, to] = [Math.floor(edit.a * size), Math.floor(edit.b * size)].sort((x, y) => x - y)
    const { tr } = state
    const parts: [number, number][] = []
    state.doc.forEach((field, offset) => {
      const start = Math.max(from ?? 0, offset + 1)
      const end = Math.min(to ?? 0, offset + 1 + field.content.size)
      if (start < end) parts.push([start, end])
    })
    for (const [start, end] of parts.reverse()) tr.deleteRange(start, end)
    return tr
  },
  bold: run('few', toggleMark(mark('bold'))),
  italic: run('several', toggleMark(mark('italic'))),
  leadIn: run('few', toggleMark(mark('leadIn'))),
  link: ({ few, edit }: Place): Made =>
    run(
      'few',
      toggleMark(mark('link'), { href: `https://example.org/${edit.b > 0.5 ? 'a' : 'b'}` }),
    )({
      few,
    } as Place),
  heading: ({ caret, edit }: Place): Made =>
    run('caret', setBlockType(node('sectionHeading'), { level: edit.b > 0.5 ? 1 : 2 }))({ caret } as Place),
  paragraphs: run('several', setBlockType(node('paragraph'))),
  bullets: run('several', wrapInList(node('bulletList'))),
  numbers: run('several', wrapInList(node('orderedList'))),
  quotation: run('caret', wrapIn(node('blockQuotation'))),
  lift: run('several', lift),
  splitItem: run('caret', splitListItem(node('listItem'))),
  liftItem: run('caret', liftListItem(node('listItem'))),
  indentItem: run('caret', sinkListItem(node('listItem'))),
  startAt: ({ state, edit }: Place): Made => {
    const { tr } = state
    state.doc.descendants((block, pos) => {
      if (block.type.name === 'orderedList') tr.setNodeAttribute(pos, 'start', 1 + Math.floor(edit.b * 9))
    })
    return tr
  },
  otherList: ({ state }: Place): Made => {
    const { tr } = state
    state.doc.descendants((block, pos) => {
      if (block.type.name === 'bulletList') tr.setNodeMarkup(pos, node('orderedList'))
    })
    return tr
  },
  pasteParagraphs: pasted([p('pasted one'), p('pasted ', bold('two')), p('pasted three')]),
  pasteList: pasted([bullets(li(p('pasted item')), li(p('another item')))], 0),
  pasteItems: pasted([bullets(li(p('open item')), li(p('open end')))], 3),
  pasteMixed: pasted([section('Pasted'), p('under it'), divider(), pullQuote('quoted', 'who')], 0),
  deleteBlock: ({ caret, state }: Place): Made => {
    const { $from } = caret.selection
    if ($from.depth < 2) return null
    return state.tr.delete($from.before(2), $from.after(2))
  },
  newBlocks: ({ caret, state, edit }: Place): Made => {
    const { $from } = caret.selection
    if ($from.depth < 2 || $from.node(1).type.name !== 'body') return null
    return state.tr.insert($from.before(2), [pullQuote('new quote', 'someone'), p(edit.text)])
  },
  moveBlock: ({ caret, state }: Place): Made => {
    const { $from } = caret.selection
    if ($from.depth < 2) return null
    const tr = state.tr.delete($from.before(2), $from.after(2))
    return tr.insert(tr.mapping.map($from.end(1)), $from.node(2))
  },
  dragText: ({ few, edit }: Place): Made => {
    const { from, to, empty } = few.selection
    if (empty) return null
    const slice = few.doc.slice(from, to)
    const tr = few.tr.deleteSelection()
    const target = TextSelection.near(tr.doc.resolve(Math.floor(edit.b * tr.doc.content.size))).from
    // Beside struck text, struck text that is moved and text that is typed look the same.
    const isStruck = few.doc.rangeHasMark(from, to, mark('deletion'))
    const [start, end] = [Math.max(0, target - 1), Math.min(tr.doc.content.size, target + 1)]
    if (isStruck && tr.doc.rangeHasMark(start, end, mark('deletion'))) return null
    return tr.replaceRange(target, target, slice)
  },
  replaceAll: ({ state, edit }: Place): Made => {
    const { tr } = state
    const found: number[] = []
    state.doc.descendants((text, pos) => {
      if (!text.isText) return
      for (const match of (text.text ?? '').matchAll(/o/g)) found.push(pos + match.index)
    })
    for (const pos of found.reverse()) tr.insertText(edit.text, pos, pos + 1)
    return tr
  },
  divider: run('several', (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(divider()))
    return true
  }),
}

function at(state: EditorState, from: number, to = from): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
}

/** The transaction that an edit makes; null where it does not apply, changes nothing or breaks the schema. */
export function transactionOf(doc: Node, edit: AuthorEdit): Transaction | null {
  const state = EditorState.create({ doc })
  const near = TextSelection.near(doc.resolve(Math.floor(edit.a * doc.content.size)), 1)
  if (!(near instanceof TextSelection)) return null
  const { $from } = near
  const [start, end] = $from.depth > 0 ? [$from.start(1), $from.end(1)] : [0, doc.content.size]
  const other = doc.resolve(Math.floor(start + edit.b * (end - start)))
  const place = {
    state,
    edit,
    caret: at(state, $from.pos),
    few: at(state, $from.pos, Math.min($from.end(), $from.pos + Math.ceil(edit.b * 6))),
    several: state.apply(state.tr.setSelection(TextSelection.between($from, other))),
  }
  try {
    const tr = makers[edit.kind](place)
    tr?.doc.check()
    return tr?.docChanged === true ? tr : null
  } catch (error) {
    // The editor never makes what the schema does not allow.
    if (error instanceof Error) return null
    throw error
  }
}

/** Whether an edit is typing, which never takes on the suggestions around it. */
export function isTyping({ kind }: AuthorEdit): boolean {
  return kind === 'type' || kind === 'typeOver' || kind === 'replaceAll' || kind === 'lineBreak'
}

const unit = fc.integer({ min: 0, max: 9999 }).map(n => n / 10_000)

export const authorEdit: fc.Arbitrary<AuthorEdit> = fc.record({
  kind: fc.constantFrom(...(Object.keys(makers) as AuthorEdit['kind'][])),
  a: unit,
  b: unit,
  text: fc.constantFrom('x', 'new ', ' word', 'a longer run'),
})
