import { closingMarks, unquote } from './quotation.ts'

/** A pull quote's two parts: the quote without its marks, and who said it. */
export interface QuoteParts {
  readonly quote: string
  readonly attribution: string
}

const longestName = 120
const dash = /^\s*[,.]?\s*(?:--|[—―]{2}|[–—―‒−-])\s*/u

/**
 * The parts of a line that is nothing but a quote in quotation marks of any kind, a dash and a name; null
 * for any other line.
 */
export function readPullQuote(text: string): QuoteParts | null {
  // The name is at the end: whatever the length of the text, only that much has to be searched.
  for (let i = text.length - 2; i > 0 && i > text.length - longestName - 8; i--) {
    if (!closingMarks.has(text[i] ?? '')) continue
    const rest = text.slice(i + 1)
    const attribution = readAttribution(rest)
    if (attribution === null) continue
    const quote = unquote(text.slice(0, i + 1))
    if (quote !== null) return { quote, attribution }
  }
  return null
}

/** The name in a line that consists of a dash and a name; null for any other line. */
export function readAttribution(text: string): string | null {
  const start = dash.exec(text)
  if (start === null) return null
  const name = text.slice(start[0].length).trim()
  return isName(name) ? name : null
}

/** Whether a line is one whole quotation, without anyone it is attributed to. */
export function isWholeQuote(text: string): boolean {
  return unquote(text) !== null
}

/** Whether a text can be who said something: a name, perhaps with an office; not a clause. */
function isName(text: string): boolean {
  if (text.length < 2 || text.length > longestName || text.split(/\s+/u).length > 16) return false
  if (/[“”„«»"]/u.test(text) || /[!?…]$/u.test(text)) return false
  if (/\p{Ll}{3,}\.\s/u.test(text) || (/\.$/u.test(text) && !/(?:\b\p{L}{1,3}|\p{Lu})\.$/u.test(text)))
    return false
  return /^\(?[\p{Lu}\p{Lt}\p{Lo}]/u.test(text) || /^(?:the|a|an|le|la|der|die|el)\s/u.test(text)
}

/** Whether a line is a person's name and nothing else: two to five words, each with a capital or joining two. */
export function isBareName(text: string): boolean {
  const words = text.split(/\s+/u)
  if (words.length < 2 || words.length > 5 || !isName(text)) return false
  const joining = /^(?:de|da|di|del|della|van|von|der|den|la|le|al|bin|ibn)$/u
  return words.every((word, i) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word) || (i > 0 && joining.test(word)))
}

/** Whether a line gives a name and an office, "Jane Doe, mayor of Leith": an attribution even without a dash. */
export function isNameAndOffice(text: string): boolean {
  return /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]*,\s+\p{L}/u.test(text) && isName(text)
}
