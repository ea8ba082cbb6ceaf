import type { Node } from 'prosemirror-model'
import { fields } from './briefing.ts'
import { eachStandingBlock, standingText } from './standing-text.ts'

/** How many characters of a text a list shows under its title. */
const openingLength = 240

/**
 * What a list shows under a briefing's title: its standfirst; where there is none, the first words of the
 * text that are not its title already. Empty where there are no more.
 */
export function standfirstOrOpening(doc: Node): string {
  const standfirst = standingText(fields(doc).standfirst, ' ').trim()
  if (standfirst !== '') return standfirst
  const blocks: string[] = []
  eachStandingBlock(doc, block => {
    const text = blocks.length < 2 ? standingText(block, ' ').trim() : ''
    if (text !== '') blocks.push(text)
  })
  return (blocks[1] ?? '').slice(0, openingLength)
}
