import type { Fragment, Node } from 'prosemirror-model'

/**
 * Copied content as plain text, as one would type it into a mail: a blank line between blocks, bullets and
 * numbers before items, quotation marks around a pull quote with its attribution behind a dash.
 */
export function copiedText(content: Fragment): string {
  return blocksOf(content).join('\n\n')
}

function blocksOf(content: Fragment): string[] {
  const blocks: string[] = []
  let loose = ''
  content.forEach(node => {
    if (node.isInline) loose += node.isText ? node.text : '\n'
    else blocks.push(...blockOf(node))
  })
  return loose === '' ? blocks : [loose, ...blocks]
}

function blockOf(node: Node): string[] {
  switch (node.type.name) {
    case 'keyPoints':
      return listOf(node, () => '- ')
    case 'bulletList':
      return listOf(node, () => '- ')
    case 'orderedList':
      return listOf(node, index => `${(node.attrs.start as number) + index}. `)
    case 'pullQuote':
      return [pullQuote(node)]
    case 'blockQuotation':
      return [blocksOf(node.content).join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>')]
    case 'divider':
      return ['---']
    default:
      if (!node.isTextblock) return blocksOf(node.content)
      return node.content.size === 0 ? [] : [textOf(node)]
  }
}

function listOf(list: Node, marker: (index: number) => string): string[] {
  const items: string[] = []
  list.forEach((item, _offset, index) => {
    const mark = marker(index)
    const lines = item.isTextblock ? textOf(item) : blocksOf(item.content).join('\n')
    if (lines !== '') items.push(mark + lines.replace(/\n/g, `\n${' '.repeat(mark.length)}`))
  })
  return items.length === 0 ? [] : [items.join('\n')]
}

function pullQuote(node: Node): string {
  const parts: Record<string, string> = {}
  node.forEach(part => {
    parts[part.type.name] = textOf(part)
  })
  const quote = parts.quoteText ?? ''
  const who = parts.quoteAttribution ?? ''
  if (quote === '') return who
  return who === '' ? `“${quote}”` : `“${quote}” – ${who}`
}

function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, '\n', '\n')
}
