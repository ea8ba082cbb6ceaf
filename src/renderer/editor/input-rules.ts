import { Extension } from '@tiptap/core'
import { InputRule, inputRules, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keydownHandler } from 'prosemirror-keymap'
import { type Command, type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { schema } from '../../core/schema/schema.ts'
import type { SectionLevel } from '../../core/schema/section-heading.ts'
import { asItIs, reviewOf } from './review/review-state.ts'

const { bulletList, orderedList, blockQuotation, divider, sectionHeading } = schema.nodes

/** What is typed at the start of a paragraph of the body and becomes a block; Backspace takes it back. */
const rules: InputRule[] = [
  heading(/^##?\s$/, 1),
  heading(/^###\s$/, 2),
  ...(bulletList ? [wrappingInputRule(/^\s*[-*•]\s$/, bulletList)] : []),
  ...(orderedList
    ? [
        wrappingInputRule(
          /^(\d{1,3})[.)]\s$/,
          orderedList,
          match => ({ start: Number(match[1]) }),
          (match, list) => list.childCount + (list.attrs.start as number) === Number(match[1]),
        ),
      ]
    : []),
  ...(blockQuotation ? [wrappingInputRule(/^>\s$/, blockQuotation)] : []),
  new InputRule(/^---$/, (state, _match, start) => replaceParagraph(state, start)),
]

export const InputRules = Extension.create({
  name: 'inputRules',
  addProseMirrorPlugins: () => [
    new Plugin({ props: { handleKeyDown: keydownHandler({ Backspace: takeBack }) } }),
    inputRules({ rules }),
  ],
})

/**
 * Takes back what an input rule did, and leaves what was typed. In Suggesting mode its steps are undone as they
 * are, and what was typed is suggested.
 */
const takeBack: Command = (state, dispatch, view) => {
  if (reviewOf(state).mode !== 'suggesting' || dispatch === undefined) return undoInputRule(state, dispatch)
  return undoInputRule(state, tr => {
    const typed = tr.steps.at(-1)
    const undone = asItIs(state.tr)
    for (const step of tr.steps.slice(0, -1)) undone.step(step)
    dispatch(undone)
    if (typed !== undefined && view !== undefined) view.dispatch(view.state.tr.step(typed))
  })
}

function isBodyParagraph(state: EditorState, pos: number): boolean {
  const $pos = state.doc.resolve(pos)
  return $pos.parent.type.name === 'paragraph' && $pos.depth === 2
}

function heading(pattern: RegExp, level: SectionLevel): InputRule {
  return new InputRule(pattern, (state, _match, start, end) => {
    if (!isBodyParagraph(state, start) || sectionHeading === undefined) return null
    const $start = state.doc.resolve(start)
    const fits = $start.parent.content.content.every(node => node.isText)
    if (!fits) return null
    return state.tr.delete(start, end).setBlockType(start, start, sectionHeading, { level })
  })
}

function replaceParagraph(state: EditorState, start: number): Transaction | null {
  if (!isBodyParagraph(state, start) || divider === undefined) return null
  const $start = state.doc.resolve(start)
  if ($start.parent.textContent !== '--') return null
  const paragraph = schema.node('paragraph')
  const tr = state.tr.replaceWith($start.before(), $start.after(), [divider.create(), paragraph])
  return tr.setSelection(TextSelection.create(tr.doc, $start.before() + 2))
}
