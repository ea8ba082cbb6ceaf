import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { schema } from '../schema/schema.ts'
import { suggestionTypes } from '../schema/suggestion.ts'

const { insertion, deletion, modification } = suggestionTypes(schema.marks)

/** What an export shows says only that something is new or to go, not by whom or when. */
const nobody = { id: '', author: '', time: '', of: 'text' }
const shown = { insertion: insertion.create(nobody), deletion: deletion.create(nobody) }

/**
 * A document whose suggestions can be shown in any format: everything that is suggested is a mark on text. A
 * new or deleted block is one whose words are; a break that is new or to go is a pilcrow before the block it
 * opens; a changed form is shown as it is suggested.
 */
export function withSuggestionsShown(doc: Node): Node {
  return rewritten(doc, [])
}

function rewritten(node: Node, around: readonly Mark[]): Node {
  const own = marksOf(node, 'block')
  const marks = [...around, ...own]
  if (node.isInline) {
    const plain = node.marks.filter(mark => !isSuggestion(mark))
    return node.mark(withMarks(plain, [...around, ...marksOf(node, 'text')]))
  }
  const children = node.children.map(child => rewritten(child, marks))
  const breaks = marksOf(node, 'break')
  const opened = breaks.length === 0 ? children : withPilcrow(children, breaks)
  return node.type.create(
    node.attrs,
    Fragment.from(opened),
    node.marks.filter(mark => !isSuggestion(mark)),
  )
}

/** A pilcrow in front of the first text. */
function withPilcrow(children: readonly Node[], marks: readonly Mark[]): Node[] {
  const pilcrow = schema.text('¶', withMarks([], marks))
  const [first, ...rest] = children
  if (first === undefined || first.isInline) return [pilcrow, ...children]
  if (first.isTextblock) return [first.copy(Fragment.from([pilcrow, ...first.children])), ...rest]
  return [first.copy(Fragment.from(withPilcrow(first.children, marks))), ...rest]
}

function marksOf(node: Node, part: 'text' | 'block' | 'break'): Mark[] {
  const has = (type: typeof insertion) =>
    node.marks.some(mark => mark.type === type && mark.attrs.of === part)
  return [...(has(insertion) ? [shown.insertion] : []), ...(has(deletion) ? [shown.deletion] : [])]
}

function withMarks(set: readonly Mark[], marks: readonly Mark[]): readonly Mark[] {
  return marks.reduce((all, mark) => mark.addToSet(all), set)
}

function isSuggestion(mark: Mark): boolean {
  return mark.type === insertion || mark.type === deletion || mark.type === modification
}
