import type { Node } from 'prosemirror-model'
import { isStruck, standingText } from './standing-text.ts'

/** What the status bar and `galley info` say about a text. */
export interface Statistics {
  readonly words: number
  readonly characters: number
  readonly keyPoints: number
  readonly sections: number
  readonly pullQuotes: number
  /** Whole minutes, at least 1 where there are words. */
  readonly readingMinutes: number
}

/** Words a minute for silent reading of English non-fiction (Brysbaert 2019). */
const wordsAMinute = 238

/** Counts what stands: words and blocks that are suggested to be deleted are left out. */
export function statistics(doc: Node): Statistics {
  let words = 0
  let characters = 0
  const counts = { keyPoint: 0, sectionHeading: 0, pullQuote: 0 }
  doc.descendants(node => {
    if (isStruck(node)) return false
    const name = node.type.name
    if (name === 'keyPoint' || name === 'pullQuote') counts[name] += 1
    if (name === 'sectionHeading' && node.attrs.level === 1) counts.sectionHeading += 1
    if (!node.isTextblock) return true
    const text = standingText(node, ' ')
    words += countWordsIn(text)
    characters += [...text].length
    return false
  })
  return {
    words,
    characters,
    keyPoints: counts.keyPoint,
    sections: counts.sectionHeading,
    pullQuotes: counts.pullQuote,
    readingMinutes: words === 0 ? 0 : Math.max(1, Math.round(words / wordsAMinute)),
  }
}

/** Words that stand in a node: those of its text blocks, added up. */
export function countWords(node: Node): number {
  if (isStruck(node)) return 0
  if (node.isTextblock) return countWordsIn(standingText(node, ' '))
  let words = 0
  node.forEach(child => {
    words += countWords(child)
  })
  return words
}

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}'
const letter = `(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])`
// What joins letters to one word: apostrophes, hyphens (also soft ones), points, and the joiners of Persian.
const joint = "[’'\\-\\u2011\\u00ad.,·\\u200c\\u200d]"
const word = new RegExp(
  `(?=[\\p{L}\\p{N}])[${unspaced}]|${letter}+(?:${joint}(?=[\\p{L}\\p{N}])${letter}+)*`,
  'gu',
)

/**
 * Words in a plain text: runs of letters, figures and marks, which an apostrophe, a hyphen, or a point or
 * comma with a letter or figure on both sides does not end ("don’t", "well-known" and "2.5" are one word
 * each). Chinese, Japanese and Thai put no spaces between words: each letter counts, as word processors do.
 */
export function countWordsIn(text: string): number {
  return text.match(word)?.length ?? 0
}
