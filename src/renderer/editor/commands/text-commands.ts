import { toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { MarkType } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import type { CommandId } from '../../../contract/commands.ts'
import { schema } from '../../../core/schema/schema.ts'
import { editLink, linkPlace } from '../links/link-editing.ts'
import { isWritable } from '../review/review-state.ts'
import {
  type BlockType,
  blockTypeAt,
  insertDivider,
  toHeading,
  toList,
  toParagraph,
  toQuotation,
} from './block-type.ts'
import { clearFormatting } from './clear-formatting.ts'
import { addKeyPoint } from './key-points.ts'
import { toggleLeadIn } from './lead-in.ts'
import { move } from './move.ts'
import { togglePullQuote } from './pull-quote.ts'

/** A command of the table in src/contract/commands.ts that acts on the text alone. */
interface TextCommand {
  readonly run: Command
  /** Whether it is on at the cursor, for those that are a state. */
  readonly isOn?: (state: EditorState) => boolean
}

const { marks } = schema

export const textCommands = {
  'edit.undo': { run: undo },
  'edit.redo': { run: redo },
  'insert.key-point': { run: addKeyPoint },
  'insert.section': { run: toHeading(1), isOn: isBlock('section') },
  'insert.subsection': { run: toHeading(2), isOn: isBlock('subsection') },
  'insert.pull-quote': { run: togglePullQuote, isOn: isBlock('pullQuote') },
  'insert.quotation': { run: toQuotation, isOn: isBlock('quotation') },
  'insert.bullets': { run: toList('bullets'), isOn: isBlock('bullets') },
  'insert.numbers': { run: toList('numbers'), isOn: isBlock('numbers') },
  'insert.lead-in': { run: toggleLeadIn, isOn: hasMark(marks.leadIn) },
  'insert.divider': { run: insertDivider },
  'format.paragraph': { run: toParagraph, isOn: isBlock('paragraph') },
  'format.bold': markCommand(marks.bold),
  'format.italic': markCommand(marks.italic),
  'format.superscript': markCommand(marks.superscript),
  'format.subscript': markCommand(marks.subscript),
  'format.link': { run: editLink, isOn: state => (linkPlace(state)?.href ?? '') !== '' },
  'format.clear': { run: clearFormatting },
  'move.up': { run: move('up') },
  'move.down': { run: move('down') },
} satisfies { readonly [Id in CommandId]?: TextCommand }

export type TextCommandId = keyof typeof textCommands

export const textCommandIds = Object.keys(textCommands) as TextCommandId[]

interface TextCommandState {
  readonly enabled: boolean
  readonly checked: boolean
}

type TextCommandStates = Readonly<Record<TextCommandId, TextCommandState>>

/** Many buttons ask about one state at each key. */
const known = new WeakMap<EditorState, TextCommandStates>()

/** Which of the commands can run at the present selection, and which are on. */
export function textCommandStates(state: EditorState): TextCommandStates {
  const before = known.get(state)
  if (before !== undefined) return before
  const readOnly = !isWritable(state)
  const entries = textCommandIds.map(id => {
    const { run, isOn }: TextCommand = textCommands[id]
    return [id, { enabled: !readOnly && run(state), checked: isOn?.(state) ?? false }]
  })
  const states: TextCommandStates = Object.fromEntries(entries)
  known.set(state, states)
  return states
}

function markCommand(type: MarkType | undefined): TextCommand {
  return type === undefined ? { run: () => false } : { run: toggleMark(type), isOn: hasMark(type) }
}

function hasMark(type: MarkType | undefined): (state: EditorState) => boolean {
  return ({ doc, selection, storedMarks }) => {
    if (type === undefined) return false
    const { from, to, empty, $from } = selection
    if (empty) return type.isInSet(storedMarks ?? $from.marks()) !== undefined
    return doc.rangeHasMark(from, to, type)
  }
}

function isBlock(type: BlockType): (state: EditorState) => boolean {
  return state => blockTypeAt(state) === type
}
