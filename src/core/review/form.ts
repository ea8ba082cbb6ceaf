import { Fragment, Mark, type Node, type NodeType } from 'prosemirror-model'
import { schema } from '../schema/schema.ts'
import { suggestionTypes } from '../schema/suggestion.ts'

/** A block's form: its type and attributes. */
export interface Form {
  readonly type: string
  readonly attrs: Record<string, unknown>
}

/** What a modification mark on text says: the mark it is about, and how that was (null: not there). */
export interface TextForm {
  readonly mark: string
  readonly before: Record<string, unknown> | null
}

const { modification } = suggestionTypes(schema.marks)

export function textFormOf(mark: Mark): TextForm | null {
  if (mark.type !== modification) return null
  const change = mark.attrs.change as Partial<TextForm> & { before: unknown }
  return typeof change.mark === 'string' ? (change as TextForm) : null
}

export function blockFormOf(mark: Mark): Form | null {
  if (mark.type !== modification) return null
  const before = (mark.attrs.change as { before: Partial<Form> | null }).before
  return before !== null && typeof before?.type === 'string' ? (before as Form) : null
}

/** What a modification is about: for text the mark's name, for a block its form as a whole. */
function subjectOf(mark: Mark): string {
  return textFormOf(mark)?.mark ?? 'block'
}

/**
 * A node's marks, and for a block its form, with these modifications taken back. Taking one back takes those
 * back that came later on the same subject: they were made on top of it.
 */
export function restoredMarks(
  node: Node,
  rejected: readonly Mark[],
): { marks: readonly Mark[]; form: Form | null } {
  let marks = node.marks
  let form: Form | null = null
  const restored = new Set<string>()
  const back: Mark[] = []
  for (const mark of rejected) {
    const subject = subjectOf(mark)
    if (restored.has(subject)) continue
    restored.add(subject)
    const index = marks.indexOf(mark)
    marks = marks.filter(
      (other, at) => other.type !== modification || subjectOf(other) !== subject || at < index,
    )
    const text = textFormOf(mark)
    if (text === null) {
      form = blockFormOf(mark)
      continue
    }
    marks = marks.filter(other => other.type.name !== text.mark)
    const before = text.before === null ? null : markFrom(text.before, text.mark)
    if (before !== null) back.push(before)
  }
  // At last, since one that goes can exclude one that comes back.
  return { marks: back.reduce((set, mark) => mark.addToSet(set), marks), form }
}

/** The formatting that a suggestion says was there; null where a file from elsewhere says what cannot be. */
function markFrom(json: Record<string, unknown>, name: string): Mark | null {
  try {
    const mark = Mark.fromJSON(schema, json)
    schema.text('x', [mark]).check()
    return mark.type.name === name && isFormatting(mark) ? mark : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The type of a form that a block can take back; null where a file from elsewhere says what cannot be. */
export function typeOf({ type: name, attrs }: Form, node: Node): NodeType | null {
  const type = schema.nodes[name]
  if (type === undefined) return null
  const content = type.validContent(node.content) ? node.content : Fragment.empty
  try {
    type.create(attrs, content).check()
    return type
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The marks that are formatting: everything but comments and suggestions. */
export function isFormatting(mark: Mark): boolean {
  return !(mark.type.spec.group ?? '').split(' ').includes('review')
}
