import type { Node, ResolvedPos } from 'prosemirror-model'
import type { Quote } from '../briefing/quote.ts'

const around = 40
/** So many units from an empty block, words beside it are looked for: past some more empty ones. */
const beside = 120

/** The words around a place in a text, to say and to find again where it is. */
export function quoteAround(doc: Node, pos: number): Quote | null {
  const $pos = doc.resolve(Math.max(0, Math.min(pos, doc.content.size)))
  const { parent, parentOffset } = $pos
  if (parent.inlineContent && parent.content.size > 0) {
    // Asked of the block alone: the text would look for it among all of its blocks once more.
    const words = (from: number, to: number) =>
      apart(parent.textBetween(Math.max(0, from), Math.min(parent.content.size, to), '\n', ' '))
    return {
      text: '',
      before: words(parentOffset - around, parentOffset),
      after: words(parentOffset, parentOffset + around),
    }
  }
  if (parent.inlineContent) return quoteBeside(doc, $pos)
  const words = (from: number, to: number) =>
    apart(doc.textBetween(Math.max($pos.start(), from), Math.min($pos.end(), to), '\n', ' '))
  const before = ending(doc, $pos.pos - ($pos.nodeBefore?.nodeSize ?? 0), $pos.pos)
  const after = words($pos.pos, $pos.pos + Math.min(around, $pos.nodeAfter?.nodeSize ?? 0))
  return before === '' && after === '' ? null : { text: '', before, after }
}

/** The words on either side of an empty block, in its field: of itself it has none to be known by. */
function quoteBeside(doc: Node, $pos: ResolvedPos): Quote | null {
  if ($pos.depth < 2) return null
  const words = (from: number, to: number) =>
    doc.textBetween(Math.max($pos.start(1), from), Math.min($pos.end(1), to), '\n', ' ')
  const lines = (text: string) => text.split('\n').filter(line => line !== '')
  const before = lines(words($pos.before() - beside, $pos.before())).at(-1) ?? ''
  const after = lines(words($pos.after(), $pos.after() + beside))[0] ?? ''
  if (before === '' && after === '') return null
  return { text: '', before: apart(before.slice(-around)), after: apart(after.slice(0, around)) }
}

/** The words before and after a stretch of a text. */
export function wordsAround(doc: Node, from: number, to: number): Quote | null {
  const before = quoteAround(doc, from)
  const after = to === from ? before : quoteAround(doc, to)
  if (before === null && after === null) return null
  return { text: '', before: before?.before ?? '', after: after?.after ?? '' }
}

function ending(doc: Node, from: number, to: number): string {
  return apart(doc.textBetween(Math.max(from, to - around), to, '\n', ' '))
}

/**
 * The same text as a string of its own. Engines cut a string by pointing into the longer one; kept in a report,
 * a few letters of each of many versions of a long paragraph would keep all those versions in memory.
 */
function apart(text: string): string {
  return Array.from(text).join('')
}
