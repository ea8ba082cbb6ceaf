import type { Form } from './form.ts'
import type { SuggestedPiece, Suggestion } from './suggestions.ts'

/** A suggestion in words, and the words it takes out and puts in, for a card in the Review panel. */
export interface Description {
  /** One line, such as `Replace “40” with “41”`. */
  readonly summary: string
  readonly deleted: string
  readonly inserted: string
}

const blockNames: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  sectionHeading: 'heading',
  bulletList: 'bulleted list',
  orderedList: 'numbered list',
  listItem: 'list item',
  keyPoint: 'key point',
  pullQuote: 'pull quote',
  blockQuotation: 'quotation',
  divider: 'divider',
}

const markNames: Readonly<Record<string, string>> = {
  bold: 'bold',
  italic: 'italic',
  superscript: 'superscript',
  subscript: 'subscript',
  leadIn: 'a lead-in',
}

/** Says what a suggestion would do when it is accepted. */
export function describeSuggestion({ pieces }: Suggestion): Description {
  const deleted = joined(pieces, 'deletion')
  const inserted = joined(pieces, 'insertion')
  return { summary: summarize(pieces, deleted, inserted), deleted, inserted }
}

function summarize(pieces: readonly SuggestedPiece[], deleted: string, inserted: string): string {
  const first = pieces[0]
  if (first === undefined) return ''
  if (pieces.every(piece => piece.kind === 'modification')) return summarizeForm(pieces, first)
  if (pieces.every(piece => piece.of === 'break')) {
    const name = nameOf(first)
    return first.kind === 'insertion'
      ? `Split ${name}`
      : `Join ${name === 'paragraph' ? 'paragraphs' : `${name}s`}`
  }
  const blocks = pieces.filter(piece => piece.of === 'block')
  const newBlocks = blocks.filter(piece => piece.kind === 'insertion')
  const oldBlocks = blocks.filter(piece => piece.kind === 'deletion')
  const firstNew = newBlocks[0]
  if (firstNew !== undefined && oldBlocks.length > 0) {
    if (words(deleted) !== words(inserted)) return `Replace ${quoted(deleted)} with ${quoted(inserted)}`
    const samePlace = newBlocks.every((piece, index) => piece.block === oldBlocks[index]?.block)
    return samePlace && newBlocks.length === oldBlocks.length
      ? `Move ${named(firstNew, newBlocks.length)}`
      : `Make ${nameOf(firstNew)} of ${quoted(inserted)}`
  }
  if (blocks.length === pieces.length) {
    return firstNew === undefined
      ? `Delete ${named(first, blocks.length)}`
      : `Insert ${named(firstNew, blocks.length)}`
  }
  if (inserted === '') return `Delete ${quoted(deleted)}`
  if (deleted === '') return `Insert ${quoted(inserted)}`
  return `Replace ${quoted(deleted)} with ${quoted(inserted)}`
}

function summarizeForm(pieces: readonly SuggestedPiece[], first: SuggestedPiece): string {
  if (first.blockForm !== null) return summarizeBlockForm(first.blockForm.before, first.blockForm.after)
  const form = first.textForm
  if (form === null) return 'Change formatting'
  const text = quoted(pieces.map(piece => piece.text).join(' '))
  const name = markNames[form.mark]
  if (form.mark === 'link') {
    const attrs = form.after?.attrs as { href?: string } | undefined
    return form.after === null ? `Remove the link from ${text}` : `Link ${text} to ${attrs?.href ?? ''}`
  }
  if (name === undefined) return `Change formatting of ${text}`
  return form.after === null ? `Make ${text} not ${name}` : `Make ${text} ${name}`
}

function summarizeBlockForm(before: Form, after: Form): string {
  const level = (form: Form) =>
    form.type === 'sectionHeading' && form.attrs.level === 2 ? 'subheading' : undefined
  const name = level(after) ?? blockNames[after.type] ?? after.type
  if (before.type !== after.type || level(before) !== level(after)) return `Make ${name}`
  return after.type === 'orderedList' ? `Start numbering at ${String(after.attrs.start)}` : `Change ${name}`
}

function joined(pieces: readonly SuggestedPiece[], kind: SuggestedPiece['kind']): string {
  return pieces
    .filter(piece => piece.kind === kind)
    .map(piece => (piece.of === 'break' ? ' ¶ ' : piece.text))
    .join(pieces.some(piece => piece.of === 'block') ? ' ' : '')
    .trim()
}

function nameOf(piece: SuggestedPiece): string {
  return blockNames[piece.block] ?? piece.block
}

function named(piece: SuggestedPiece, count: number): string {
  const text = piece.text.trim() === '' ? '' : ` ${quoted(piece.text)}`
  return count > 1 ? `${count} blocks from${text === '' ? ' an empty one' : text}` : `${nameOf(piece)}${text}`
}

/** Words without what tells blocks apart, so that moved and rewrapped text compares equal. */
function words(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

const longest = 60

function quoted(text: string): string {
  const flat = words(text) === '' && text !== '' ? text.replace(/\n/g, '↵') : words(text)
  return `“${flat.length > longest ? `${flat.slice(0, longest).trimEnd()}…` : flat}”`
}
