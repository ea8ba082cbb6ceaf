import type { Node } from 'prosemirror-model'
import { fields } from '../briefing/briefing.ts'
import { bylineText } from '../briefing/byline.ts'
import { type Wording, wordingOf } from '../briefing/wording.ts'
import type { Publication } from './publication.ts'
import { type Note, published } from './published.ts'

/**
 * The briefing as plain text (P1): blocks parted by blank lines, key points and list items behind markers,
 * a pull quote in quotation marks with a dash before its attribution. Links show their address where it is
 * not what they say. Suggestions that are shown stand as wdiff writes them, `[-old-]{+new+}`, comments as
 * numbers in brackets. Lines are not wrapped; the last one ends with a line feed.
 */
export function exportText(publication: Publication): string {
  const { details } = publication
  const { doc, notes } = published(publication)
  const { headline, standfirst, keyPoints, body } = fields(doc)
  const wording = wordingOf(details.language)
  const blocks = [
    inlineText(headline),
    bylineText(details),
    details.dateline,
    inlineText(standfirst),
    keyPoints.children.map(point => item('- ', inlineText(point))).join('\n'),
    ...body.children.map(block => blockText(block, wording)),
    ...commentList(notes, wording),
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}

function commentList(notes: readonly Note[], wording: Wording): string[] {
  if (notes.length === 0) return []
  const { openQuote, closeQuote } = wording
  const items = notes.map(({ number, quote, isResolved, comments }) => {
    const words = quote === '' ? [] : [`${openQuote}${quote}${closeQuote}`]
    const said = comments.map(({ author, date, text }) => `${author}, ${date}: ${text}`)
    const resolved = isResolved ? [`(${wording.resolved})`] : []
    return item(`[${number}] `, [...words, ...said, ...resolved].join('\n'))
  })
  return [wording.comments, ...items]
}

function blockText(block: Node, wording: Wording): string {
  switch (block.type.name) {
    case 'bulletList':
      return block.children.map(child => item('- ', itemText(child, wording))).join('\n')
    case 'orderedList':
      return block.children
        .map((child, i) => item(`${Number(block.attrs.start) + i}. `, itemText(child, wording)))
        .join('\n')
    case 'pullQuote': {
      const [quote, attribution] = block.children.map(inlineText)
      const words = `${wording.openQuote}${quote ?? ''}${wording.closeQuote}`
      return attribution === undefined || attribution === '' ? words : `${words} – ${attribution}`
    }
    case 'blockQuotation':
      return block.children
        .map(child => blockText(child, wording))
        .join('\n\n')
        .replace(/^/gmu, '> ')
        .replace(/^> $/gmu, '>')
    case 'divider':
      return '* * *'
    default:
      return inlineText(block)
  }
}

function itemText(listItem: Node, wording: Wording): string {
  return listItem.children.map(child => blockText(child, wording)).join('\n')
}

/** A list item with its marker; lines after the first stand under its text. */
function item(marker: string, text: string): string {
  return marker + text.replace(/\n(?!\n)/gu, `\n${' '.repeat(marker.length)}`)
}

function inlineText(block: Node): string {
  let text = ''
  block.forEach((node, _offset, index) => {
    if (node.text === undefined) {
      text += '\n'
      return
    }
    text += marked(node.text, node)
    const href = linkOf(node)
    const next = index + 1 < block.childCount ? linkOf(block.child(index + 1)) : null
    const shown = node.text.trim()
    if (href !== null && href !== next && !saysAddress(shown, href)) text += ` (${href})`
  })
  return text
}

function marked(text: string, node: Node): string {
  const has = (name: string) => node.marks.some(mark => mark.type.name === name)
  if (has('comment')) return `[${text}]`
  const inserted = has('insertion') ? `{+${text}+}` : text
  return has('deletion') ? `[-${inserted}-]` : inserted
}

function linkOf(node: Node): string | null {
  const link = node.marks.find(mark => mark.type.name === 'link')
  return link === undefined ? null : String(link.attrs.href)
}

/** Whether a link's words are its address, give or take scheme and final slash. */
function saysAddress(words: string, href: string): boolean {
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:|tel:)/u, '').replace(/\/$/u, '')
  return bare(words) === bare(href)
}
