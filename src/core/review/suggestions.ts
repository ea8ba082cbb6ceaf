import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../schema/schema.ts'
import { type SuggestedPart, type SuggestionAttributes, suggestionTypes } from '../schema/suggestion.ts'
import { blockFormOf, type Form, type TextForm, textFormOf } from './form.ts'

const { insertion, deletion, modification } = suggestionTypes(schema.marks)

/** One piece of a suggestion: a run of text, a block, or a break, with what is suggested for it. */
export interface SuggestedPiece {
  readonly from: number
  readonly to: number
  readonly kind: 'insertion' | 'deletion' | 'modification'
  readonly of: SuggestedPart
  /** The run's text, or for a block the text in it. */
  readonly text: string
  /** The block's type name; for text that of the block around it. */
  readonly block: string
  /** For a modification of text: the mark, how it was and how it is. */
  readonly textForm: (TextForm & { readonly after: Record<string, unknown> | null }) | null
  /** For a modification of a block: how it was and how it is. */
  readonly blockForm: { readonly before: Form; readonly after: Form } | null
}

/** One suggestion: everything in the text that carries its id. */
export interface Suggestion extends SuggestionAttributes {
  /** From the start of its first piece to the end of its last. */
  readonly from: number
  readonly to: number
  readonly pieces: readonly SuggestedPiece[]
}

/** All suggestions of a document in the order of the text; one pass over it. */
export function suggestionsOf(doc: Node): Suggestion[] {
  const found = new Map<string, { mark: Mark; pieces: SuggestedPiece[] }>()
  doc.descendants((node, pos, parent) => {
    for (const mark of node.marks) {
      if (mark.type !== insertion && mark.type !== deletion && mark.type !== modification) continue
      const id = mark.attrs.id as string
      const entry = found.get(id) ?? { mark, pieces: [] }
      found.set(id, entry)
      addPiece(entry.pieces, pieceOf(node, pos, parent, mark))
    }
    return true
  })
  return [...found.values()].map(({ mark, pieces }) => ({
    id: mark.attrs.id as string,
    author: mark.attrs.author as string,
    time: mark.attrs.time as string,
    from: Math.min(...pieces.map(piece => piece.from)),
    to: Math.max(...pieces.map(piece => piece.to)),
    pieces,
  }))
}

/** How many suggestions a document holds. */
export function countSuggestions(doc: Node): number {
  const ids = new Set<unknown>()
  doc.descendants(node => {
    for (const { type, attrs } of node.marks) {
      if (type === insertion || type === deletion || type === modification) ids.add(attrs.id)
    }
  })
  return ids.size
}

/** The suggestions that a selection touches; at a caret, those it stands in or at the edge of. */
export function suggestionsIn(doc: Node, from: number, to: number): Suggestion[] {
  return suggestionsOf(doc).filter(suggestion =>
    suggestion.pieces.some(piece => piece.from <= to && piece.to >= from),
  )
}

function pieceOf(node: Node, pos: number, parent: Node | null, mark: Mark): SuggestedPiece {
  const kind =
    mark.type === insertion ? 'insertion' : mark.type === deletion ? 'deletion' : ('modification' as const)
  const textForm = textFormOf(mark)
  const blockForm = blockFormOf(mark)
  return {
    from: pos,
    to: pos + node.nodeSize,
    kind,
    of: node.isInline ? 'text' : ((mark.attrs.of as SuggestedPart | undefined) ?? 'block'),
    text: textIn(node),
    block: node.isInline ? (parent?.type.name ?? '') : node.type.name,
    textForm: textForm === null ? null : { ...textForm, after: formOn(node, textForm.mark) },
    blockForm:
      blockForm === null ? null : { before: blockForm, after: { type: node.type.name, attrs: node.attrs } },
  }
}

function formOn(node: Node, name: string): Record<string, unknown> | null {
  return node.marks.find(mark => mark.type.name === name)?.toJSON() ?? null
}

function textIn(node: Node): string {
  if (node.isText) return node.text ?? ''
  return node.isInline ? '\n' : node.textBetween(0, node.content.size, ' ', ' ')
}

/** Runs of one suggestion that differ only in formatting are one piece. */
function addPiece(pieces: SuggestedPiece[], piece: SuggestedPiece): void {
  const last = pieces[pieces.length - 1]
  const continues =
    last !== undefined &&
    last.to === piece.from &&
    last.kind === piece.kind &&
    last.of === 'text' &&
    piece.of === 'text' &&
    JSON.stringify(last.textForm) === JSON.stringify(piece.textForm)
  if (continues) pieces[pieces.length - 1] = { ...last, to: piece.to, text: last.text + piece.text }
  else pieces.push(piece)
}
