import { Fragment, type Node, type Schema, Slice } from 'prosemirror-model'

const bullet = /^\s*[-*•–—·▪◦]\s+(?=\S)/u
const number = /^\s*(\d{1,3})[.)]\s+(?=\S)/u

/** The lines of a pasted text that hold words. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/u)
    .map(line => line.replace(/\t/g, ' ').replace(/\p{Cc}/gu, ''))
    .filter(line => line.trim() !== '')
}

/** A line with what the list marker at its start says. */
interface Marked {
  readonly list: 'bulletList' | 'orderedList' | null
  readonly start: number
  readonly words: string
}

function asItIs(line: string): Marked {
  return { list: null, start: 1, words: line.trim() }
}

function withoutMarker(line: string): Marked {
  const figure = number.exec(line)
  if (figure !== null) {
    return { list: 'orderedList', start: Number(figure[1]), words: line.slice(figure[0].length).trim() }
  }
  const words = line.replace(bullet, '')
  return { list: words === line ? null : 'bulletList', start: 1, words: words.trim() }
}

/**
 * Lines of plain text as blocks of the body: a paragraph a line; runs of lines that start with a bullet or a
 * number are lists.
 * @param lists false for pasting as plain text, where every line is what it is
 */
export function sliceOfLines(lines: readonly string[], schema: Schema, lists = true): Slice {
  const [alone] = lines
  // A piece of a line keeps the spaces at its ends: it goes between other words.
  if (lines.length === 1 && alone !== undefined && (!lists || withoutMarker(alone).list === null)) {
    return new Slice(Fragment.from(schema.node('paragraph', null, schema.text(alone))), 1, 1)
  }
  const blocks: Node[] = []
  const items: Node[] = []
  let open: Marked | null = null
  for (const line of [...lines, null]) {
    const next: Marked | null = line === null ? null : lists ? withoutMarker(line) : asItIs(line)
    if (open !== null && open.list !== null && next?.list !== open.list) {
      blocks.push(
        schema.node(open.list, open.list === 'orderedList' ? { start: open.start } : null, items.splice(0)),
      )
    }
    if (next !== null && next.words !== '') {
      const paragraph = schema.node('paragraph', null, schema.text(next.words))
      if (next.list === null) blocks.push(paragraph)
      else items.push(schema.node('listItem', null, paragraph))
    }
    if (next === null || next.list !== open?.list) open = next
  }
  return new Slice(Fragment.from(blocks), 0, 0)
}
