import type { Node } from 'prosemirror-model'
import { fields } from './briefing.ts'

/** How many characters of a text a list shows under its title. */
const openingLength = 240

/**
 * What a list shows under a briefing's title: its standfirst; where there is none, the first words of the
 * text that are not its title already. Empty where there are no more.
 */
export function standfirstOrOpening(doc: Node): string {
  const standfirst = fields(doc).standfirst.textContent.trim()
  if (standfirst !== '') return standfirst
  const blocks: string[] = []
  doc.descendants(node => {
    const text = node.isTextblock && blocks.length < 2 ? node.textContent.trim() : ''
    if (text !== '') blocks.push(text)
    return blocks.length < 2
  })
  return (blocks[1] ?? '').slice(0, openingLength)
}
