import { Fragment, type Node, type NodeType, type Schema, Slice } from 'prosemirror-model'
import { AllSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { deleteText } from '../structure/delete-text.ts'
import { fieldAt } from '../structure/place.ts'
import { bodySlice, textBlocksOf } from './body-slice.ts'

/**
 * Puts pasted or dropped content in the place of the selection, in the form that the field there can hold (D1,
 * D8): the headline, the standfirst, a heading and a pull quote's parts take the words in one line, the key
 * points one point a block, the body blocks. No word is lost.
 */
export function insertSlice(tr: Transaction, slice: Slice): Transaction {
  if (slice.content.size === 0) return tr
  const { schema } = tr.doc.type
  const fields = wholeDocument(slice)
  if (tr.selection instanceof AllSelection && fields !== null) return replaceFields(tr, fields)
  if (!tr.selection.empty) deleteText(tr, tr.selection.from, tr.selection.to)
  const { $from } = tr.selection
  switch (fieldAt($from)) {
    case 'keyPoints':
      return insertKeyPoints(tr, slice)
    case 'body':
      return $from.parent.type.name === 'quoteText' || $from.parent.type.name === 'quoteAttribution'
        ? insertLine(tr, slice)
        : insertBlocks(tr, bodySlice(slice, schema))
    case 'headline':
    case 'standfirst':
      return insertLine(tr, slice)
    case null:
      return tr
  }
}

/** The four fields where a slice is a whole copied briefing. */
function wholeDocument(slice: Slice): readonly Node[] | null {
  const names = slice.content.content.map(node => node.type.name).join(' ')
  return slice.openStart === 0 && names === 'headline standfirst keyPoints body'
    ? slice.content.content
    : null
}

/** Field by field, because no step may run over the border of one. */
function replaceFields(tr: Transaction, fields: readonly Node[]): Transaction {
  for (let index = fields.length - 1; index >= 0; index -= 1) {
    const field = fields[index]
    if (field === undefined || !field.type.validContent(field.content)) continue
    let start = 1
    for (let before = 0; before < index; before += 1) start += tr.doc.child(before).nodeSize
    tr.replaceWith(start, start + tr.doc.child(index).content.size, field.content)
  }
  return tr.setSelection(TextSelection.atEnd(tr.doc))
}

function insertBlocks(tr: Transaction, slice: Slice): Transaction {
  const only = slice.content.firstChild
  const { $from } = tr.selection
  if (slice.content.childCount === 1 && only?.isTextblock && slice.openStart === 1 && slice.openEnd === 1) {
    return insertInline(tr, fitted(only.content, $from.parent.type))
  }
  return insertInsideBody(tr, slice)
}

/**
 * Fitting a list or a quotation in at the very end of the body, ProseMirror closes the body too and the step
 * runs over its border, which is refused. A paragraph behind keeps it inside, and goes again.
 */
function insertInsideBody(tr: Transaction, slice: Slice): Transaction {
  const bodyEnd = () => tr.doc.content.size - 1
  tr.insert(bodyEnd(), tr.doc.type.schema.node('paragraph'))
  tr.replaceSelection(slice)
  const last = tr.doc.lastChild?.lastChild
  const spare = last?.type.name === 'paragraph' && last.content.size === 0
  if (spare && tr.doc.lastChild?.childCount !== 1) tr.delete(bodyEnd() - last.nodeSize, bodyEnd())
  return tr
}

function insertLine(tr: Transaction, slice: Slice): Transaction {
  const { type } = tr.selection.$from.parent
  const { schema } = tr.doc.type
  let line = Fragment.empty
  for (const block of textBlocksOf(slice, schema)) {
    if (line.size > 0 && block.size > 0) line = line.append(Fragment.from(schema.text(' ')))
    line = line.append(fitted(block, type))
  }
  return insertInline(tr, line)
}

function insertKeyPoints(tr: Transaction, slice: Slice): Transaction {
  const { schema } = tr.doc.type
  const { keyPoint } = schema.nodes
  if (keyPoint === undefined) return tr
  const lines = textBlocksOf(slice, schema).filter(line => line.size > 0)
  const first = lines[0]
  if (first === undefined) return tr
  if (lines.length === 1) return insertInline(tr, fitted(first, keyPoint))
  const { from } = tr.selection
  const points = lines.map(line => keyPoint.create(null, fitted(line, keyPoint)))
  tr.replace(from, from, new Slice(Fragment.from(points), 1, 1))
  const added = points.reduce((size, point) => size + point.nodeSize, 0) - 2
  return tr.setSelection(TextSelection.create(tr.doc, from + added))
}

function insertInline(tr: Transaction, content: Fragment): Transaction {
  const { from } = tr.selection
  tr.replaceWith(from, from, content)
  return tr.setSelection(TextSelection.create(tr.doc, from + content.size))
}

/** Inline content as a block of `type` may hold it; breaks it may not hold become spaces. */
function fitted(content: Fragment, type: NodeType): Fragment {
  const { schema }: { schema: Schema } = type
  const nodes: Node[] = []
  content.forEach(node => {
    const fits = node.isText || type.contentMatch.matchType(node.type) !== null
    const kept = fits ? node : schema.text(' ')
    nodes.push(kept.mark(type.allowedMarks(node.marks)))
  })
  return Fragment.from(nodes)
}
