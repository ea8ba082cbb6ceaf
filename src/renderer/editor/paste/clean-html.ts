import { stylesToTags } from './inline-styles.ts'
import { wordLists } from './word-lists.ts'

/** What of a pasted page a briefing has no place for. */
export interface Dropped {
  readonly images: number
  /** Tables, whose words stay, a line for each row. */
  readonly tables: number
  /** Films, sounds, embedded pages. */
  readonly media: number
}

const media = 'video, audio, iframe, embed, object, canvas'
const noWords = 'script, style, template, noscript, svg, math, input, textarea, select, link, meta, title'
const blocks =
  'address, article, aside, blockquote, dd, div, dl, dt, figure, figcaption, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, ul'

/**
 * Prepares pasted HTML for the schema's parse rules: what word processors, mail programs and web pages mean is
 * said in plain tags, what holds no words goes, and what a briefing cannot show is counted. The HTML is only
 * parsed, in a document without a window: nothing in it runs or loads.
 */
export function cleanHtml(html: string): { readonly html: string; readonly dropped: Dropped } {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  removeAll(body, noWords)
  for (const element of body.querySelectorAll<HTMLElement>('[hidden], [style]')) {
    const style = element.getAttribute('style') ?? ''
    if (element.hasAttribute('hidden') || /display:\s*none|mso-hide:\s*all/i.test(style)) element.remove()
  }
  wordLists(body)
  const dropped = {
    images: replaceImages(body),
    tables: replaceTables(body),
    media: removeAll(body, media),
  }
  stylesToTags(body)
  keepLines(body)
  // What Galley copied itself has empty blocks that are meant.
  if (body.querySelector('[data-pm-slice]') === null) removeEmpty(body)
  return { html: body.innerHTML, dropped }
}

function removeAll(body: HTMLElement, selector: string): number {
  const found = [...body.querySelectorAll(selector)]
  for (const element of found) element.remove()
  return found.length
}

/** An image's description stays as words; its file does not. */
function replaceImages(body: HTMLElement): number {
  const images = [...body.querySelectorAll('img')]
  // A tracking pixel or a spacer is nothing that anybody would miss.
  const seen = images.filter(
    image => image.getAttribute('width') !== '1' && image.getAttribute('height') !== '1',
  )
  for (const image of images) {
    const words = image.alt.trim()
    image.replaceWith(words === '' ? '' : ` ${words} `)
  }
  return seen.length
}

function replaceTables(body: HTMLElement): number {
  let replaced = 0
  // The innermost first: a table that holds tables only lays a page out.
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    const lines = isLayout(table) ? unwrapped(table) : rowsAsLines(table)
    if (!isLayout(table)) replaced += 1
    table.replaceWith(...lines)
  }
  return replaced
}

function isLayout(table: HTMLTableElement): boolean {
  if (table.getAttribute('role') === 'presentation' || table.dataset.layout === 'true') return true
  const rows = [...table.rows]
  return (
    rows.every(row => row.cells.length < 2) ||
    rows.some(row => [...row.cells].some(cell => cell.querySelectorAll(blocks).length > 1))
  )
}

function unwrapped(table: HTMLTableElement): Node[] {
  return [...table.rows].flatMap(row =>
    [...row.cells].map(cell => {
      const block = table.ownerDocument.createElement('div')
      block.append(...cell.childNodes)
      return block
    }),
  )
}

function rowsAsLines(table: HTMLTableElement): Node[] {
  const line = (content: readonly Node[]) => {
    const paragraph = table.ownerDocument.createElement('p')
    paragraph.append(...content)
    return paragraph
  }
  const caption = table.caption === null ? [] : [line([...table.caption.childNodes])]
  const rows = [...table.rows].map(row =>
    line(
      [...row.cells].flatMap((cell, index) => {
        for (const block of cell.querySelectorAll(blocks)) block.replaceWith(...block.childNodes)
        const gap = index === 0 ? [] : [table.ownerDocument.createTextNode(' | ')]
        return [...gap, ...cell.childNodes]
      }),
    ),
  )
  return [...caption, ...rows]
}

/** The lines of preformatted text are lines; a break between blocks is none. */
function keepLines(body: HTMLElement): void {
  for (const pre of body.querySelectorAll('pre')) {
    for (const text of textNodes(pre)) {
      const lines = text.data.split('\n')
      text.replaceWith(
        ...lines.flatMap((line, index) => (index === 0 ? [line] : [document.createElement('br'), line])),
      )
    }
  }
  for (const line of body.querySelectorAll('br')) {
    const before = line.previousElementSibling?.matches(blocks) === true && !hasText(line.previousSibling)
    const after = line.nextElementSibling?.matches(blocks) === true && !hasText(line.nextSibling)
    if (before || after) line.remove()
  }
}

function hasText(node: ChildNode | null): boolean {
  return node !== null && node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''
}

function removeEmpty(body: HTMLElement): void {
  for (const block of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, o\\:p')) {
    if (block.textContent?.trim() === '' && block.querySelector('br, hr') === null) block.remove()
  }
}

function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) found.push(walker.currentNode as Text)
  return found
}
