import { Mark, type Node, type NodeType } from 'prosemirror-model'
import type { Image } from './correspondence.ts'

/** What a unit looks like, apart from what it says. */
interface Form {
  readonly from: number
  readonly to: number
  readonly node: Node
  /** What a block stands in; null for text. */
  readonly within: NodeType | null
}

/**
 * Whether any of the words or blocks that stand on both sides has another form there than here: other
 * formatting, another kind of block, a list or a quotation around it, suggestions. Comments do not count, and
 * neither do suggested deletions, from which whoever deletes the words takes nothing, nor suggested insertions:
 * those are what the words became that came from here.
 */
export function formsDiffer(here: Node, there: Node, images: readonly Image[]): boolean {
  return images.some(image => {
    const ours = formsIn(there, image.to, image.to + image.length)
    let index = 0
    for (const form of formsIn(here, image.from, image.from + image.length)) {
      for (; ; index += 1) {
        const other = ours[index]
        if (other === undefined) return true
        if (other.to <= form.from) continue
        if (!isSameForm(form.node, other.node) || form.within !== other.within) return true
        if (other.to >= form.to) break
      }
    }
    return false
  })
}

/** The forms in a range in order, with places counted from its start. */
function formsIn(doc: Node, from: number, to: number): Form[] {
  const forms: Form[] = []
  doc.nodesBetween(from, to, (node, pos, parent) => {
    if (node.isInline) {
      forms.push({
        from: Math.max(0, pos - from),
        to: Math.min(to, pos + node.nodeSize) - from,
        node,
        within: null,
      })
    } else if (pos >= from)
      forms.push({ from: pos - from, to: pos + 1 - from, node, within: parent?.type ?? null })
  })
  return forms
}

export function isSameForm(a: Node, b: Node): boolean {
  if (a.isInline !== b.isInline) return false
  if (!a.isText && !a.hasMarkup(b.type, b.attrs, a.marks)) return false
  return Mark.sameSet(counted(a), counted(b))
}

function counted(node: Node): readonly Mark[] {
  return node.marks.filter(({ type }) => !['comment', 'deletion', 'insertion'].includes(type.name))
}
