import {
  isBareName,
  isNameAndOffice,
  isWholeQuote,
  readAttribution,
  readPullQuote,
} from '../briefing/attribution.ts'
import { type TextBlock, textBlocks } from './text-blocks.ts'

/** A block whose marker means what it says, and quotes joined with the names on the line below them. */
export interface SettledBlock extends TextBlock {
  readonly pullQuote: boolean
}

/** The blocks of a plain text after their neighbours were looked at. */
export function settledBlocks(text: string): SettledBlock[] {
  return withPullQuotes(withLoneNumbers(textBlocks(text)))
}

/**
 * A number in front of a line makes a list only with the next number behind it, or behind the bullets below
 * it; alone it is text.
 */
function withLoneNumbers(blocks: readonly TextBlock[]): TextBlock[] {
  const listed = new Set<TextBlock>()
  let last: TextBlock | null = null
  for (const block of blocks) {
    if (block.kind === 'number') {
      if (last !== null && last.value === block.value - 1) listed.add(last).add(block)
      last = block
    } else if (block.kind !== 'bullet') last = null
  }
  return blocks.map(block => {
    if (block.kind !== 'number' || listed.has(block)) return block
    return { ...block, kind: 'plain', marker: '', text: `${block.marker} ${block.text}` }
  })
}

function withPullQuotes(blocks: readonly TextBlock[]): SettledBlock[] {
  const settled: SettledBlock[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (block === undefined) continue
    const quotable = block.kind === 'plain' || block.kind === 'quoted'
    const name = quotable ? nameBelow(blocks, i) : null
    if (name !== null) {
      const quote = isWholeQuote(block.text) ? block.text : `“${block.text}”`
      settled.push({ ...block, text: `${quote} ${name}`, pullQuote: true })
      i++
    } else {
      settled.push({ ...block, pullQuote: quotable && readPullQuote(block.text) !== null })
    }
  }
  return settled
}

/** The attribution, with its dash, on the line below a quote that has none on its own line. */
function nameBelow(blocks: readonly TextBlock[], at: number): string | null {
  const quote = blocks[at]
  const below = blocks[at + 1]
  if (quote === undefined || below === undefined) return null
  if (quote.kind === 'quoted') {
    return below.kind === 'quoted' && readAttribution(below.text) !== null ? below.text : null
  }
  if (!isWholeQuote(quote.text)) return null
  if (below.kind === 'plain') {
    if (readAttribution(below.text) !== null) return below.text
    // Without a dash a name alone could be a heading; not where the two lines stand by themselves.
    const byThemselves = !quote.tight && below.tight && blocks[at + 2]?.tight !== true
    const named = isNameAndOffice(below.text) || (byThemselves && isBareName(below.text))
    return named ? `– ${below.text}` : null
  }
  // A dash is a bullet too, but not a lone one under a quote.
  const line = `${below.marker} ${below.text}`
  const alone = below.kind === 'bullet' && blocks[at + 2]?.kind !== 'bullet'
  return alone && readAttribution(line) !== null ? line : null
}
