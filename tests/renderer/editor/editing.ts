import { history, redo, undo } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type Command, EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { type Mode, reviewStatePlugin, withReview } from '../../../src/renderer/editor/review/review-state.ts'
import { overDeleted } from '../../../src/renderer/editor/review/suggesting-keys.ts'
import { incoming, type Refusal } from '../../../src/renderer/editor/review/tracking.ts'
import { backspace } from '../../../src/renderer/editor/structure/backspace.ts'
import { deleteForward } from '../../../src/renderer/editor/structure/delete-forward.ts'
import { crossesBorder, deleteText } from '../../../src/renderer/editor/structure/delete-text.ts'
import { enter, lineBreak } from '../../../src/renderer/editor/structure/enter.ts'
import { selectField } from '../../../src/renderer/editor/structure/select-field.ts'
import { keepsFields } from '../../../src/renderer/editor/structure/structure.ts'
import { shiftTab, tab } from '../../../src/renderer/editor/structure/tab.ts'
import { ada, at, uuid } from '../../support/builders.ts'

const editing = { mode: 'editing', author: ada.id } as const

/** An editor's state without its view: the keys, the history and the guard of the structure. */
export class Typist {
  state: EditorState
  /** Why edits were refused, in order. */
  readonly refused: Refusal[] = []
  private ids = 0

  constructor(doc: Node, review: { readonly mode: Mode; readonly author: string } = editing) {
    this.state = EditorState.create({
      doc,
      plugins: [
        history({ newGroupDelay: 0 }),
        new Plugin({ filterTransaction: keepsFields }),
        reviewStatePlugin(),
      ],
    })
    this.set(review)
  }

  /** Goes on in another mode, or as another author. */
  set(review: { readonly mode?: Mode; readonly author?: string }): this {
    this.state = this.state.apply(withReview(this.state.tr, review))
    return this
  }

  get doc(): Node {
    return this.state.doc
  }

  /** Runs a command; false where it has nothing to do. */
  run(command: Command): boolean {
    return command(this.state, tr => this.dispatch(tr))
  }

  dispatch(tr: Transaction): void {
    const outcome = incoming(this.state, tr, { time: at(0), newId: () => this.newId() })
    if (outcome.kind === 'refused') this.refused.push(outcome.why)
    else this.state = this.state.apply(outcome.transaction)
  }

  private newId(): string {
    this.ids += 1
    return uuid(0x1000 + this.ids)
  }

  select(from: number, to = from): this {
    this.dispatch(
      this.state.tr.setSelection(TextSelection.between(this.doc.resolve(from), this.doc.resolve(to))),
    )
    return this
  }

  /** Puts the cursor before the first place of some words, or behind it. */
  before(words: string): this {
    return this.select(this.find(words))
  }

  after(words: string): this {
    return this.select(this.find(words) + words.length)
  }

  /** Selects from before the first of two words to behind the second. */
  fromTo(first: string, second: string): this {
    return this.select(this.find(first), this.find(second) + second.length)
  }

  /** Puts the cursor into the n-th text block, counted from 0. */
  inBlock(index: number): this {
    let count = 0
    let found: number | null = null
    this.doc.descendants((node, pos) => {
      if (!node.isTextblock) return true
      if (count === index) found = pos + 1
      count += 1
      return false
    })
    if (found === null) throw new RangeError(`There are only ${count} text blocks`)
    return this.select(found)
  }

  type(text: string): this {
    const { from, to } = this.state.selection
    const crosses = crossesBorder(this.doc, from, to)
    const tr = crosses ? deleteText(this.state.tr, from, to) : this.state.tr
    this.dispatch(tr.insertText(text))
    return this
  }

  enter = () => this.run(enter)
  lineBreak = () => this.run(lineBreak)
  tab = () => this.run(tab)
  shiftTab = () => this.run(shiftTab)
  selectField = () => this.run(selectField)
  undo = () => this.run(undo)
  redo = () => this.run(redo)

  /** The key, and where it leaves the work to the browser, what a browser does inside a text. */
  backspace(): void {
    if (this.run(overDeleted(-1)) || this.run(backspace)) return
    const { $from, from } = this.state.selection
    if ($from.parentOffset > 0) this.dispatch(this.state.tr.delete(from - 1, from))
  }

  delete(): void {
    if (this.run(overDeleted(1)) || this.run(deleteForward)) return
    const { $from, from } = this.state.selection
    if ($from.parentOffset < $from.parent.content.size) this.dispatch(this.state.tr.delete(from, from + 1))
  }

  private find(words: string): number {
    let found: number | null = null
    this.doc.descendants((node, pos) => {
      if (found !== null || !node.isTextblock) return found === null
      const index = node.textBetween(0, node.content.size, '', '\n').indexOf(words)
      if (index >= 0) found = pos + 1 + index
      return false
    })
    if (found === null) throw new RangeError(`No "${words}" in the text`)
    return found
  }
}

/** The text block that the cursor is in, and the words before and behind it. */
export function cursorIn(typist: Typist): [string, string, string] {
  const { $from } = typist.state.selection
  const { parent, parentOffset } = $from
  return [
    parent.type.name,
    parent.textBetween(0, parentOffset),
    parent.textBetween(parentOffset, parent.content.size),
  ]
}
