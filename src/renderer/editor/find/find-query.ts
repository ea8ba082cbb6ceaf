import type { Node } from 'prosemirror-model'
import { isStruck } from '../../../core/briefing/standing-text.ts'
import { visibleText } from '../review/visible-text.ts'

export interface FindQuery {
  readonly text: string
  readonly matchCase: boolean
  readonly wholeWord: boolean
}

export interface Match {
  readonly from: number
  readonly to: number
}

/**
 * Every place of a text in all fields, in order, not overlapping. A match never runs over the border of a
 * block; what is suggested to be deleted is not looked at, and can stand inside a match. Without `matchCase`, letters are compared by Unicode's simple case folding. (prosemirror-search
 * compares lower-cased texts, whose length can differ, takes "140" as holding the word "40", and reads "$5" in
 * a replacement as a reference; a newsroom's prices must not vanish.)
 */
export function findMatches(doc: Node, query: FindQuery): Match[] {
  if (query.text === '') return []
  const pattern = patternOf(query)
  const matches: Match[] = []
  doc.descendants((block, pos) => {
    if (isStruck(block)) return false
    if (!block.isTextblock) return true
    const { text, offsetAt } = visibleText(block)
    for (const match of text.matchAll(pattern)) {
      const from = pos + 1 + offsetAt(match.index, 1)
      matches.push({ from, to: pos + 1 + offsetAt(match.index + match[0].length, -1) })
    }
    return false
  })
  return matches
}

function patternOf({ text, matchCase, wholeWord }: FindQuery): RegExp {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  // A typewriter's apostrophe finds a typographer's, and the other way round; so do spaces of any width.
  const forgiving = literal
    .replace(/['’]/g, "['’]")
    .replace(/["“”]/g, '["“”]')
    .replace(/[ \u00a0\u202f]/g, '[ \\u00a0\\u202f]')
  const edge = '[\\p{L}\\p{N}\\p{M}_]'
  const whole = wholeWord ? `(?<!${edge})${forgiving}(?!${edge})` : forgiving
  return new RegExp(whole, matchCase ? 'gu' : 'giu')
}
