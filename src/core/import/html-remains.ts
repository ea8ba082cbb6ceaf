import { fromMarkdown } from 'mdast-util-from-markdown'

/**
 * The words in a piece of raw HTML, one string a line. Tags, comments and declarations go; what is not
 * plainly one of them stays, as text. The result is only ever used as text.
 */
export function htmlRemains(html: string): string[] {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr|blockquote|td|th)\s*>/gi, '\n')
    .replace(/<[/!?]?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>])*>/g, '')
    .replace(/&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});/gi, decodeReference)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** The character that a reference stands for; CommonMark's parser knows all of HTML's. */
function decodeReference(reference: string): string {
  const [paragraph] = fromMarkdown(reference).children
  const node = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  return node?.type === 'text' ? node.value : reference
}
