import { endsSentence } from './wrapping.ts'

/** How long a line may be and still be read as a title: letters, words, and words in title case. */
interface TitleLimits {
  readonly letters: number
  readonly words: number
  readonly titleCaseLetters: number
  readonly titleCaseWords: number
}

const sectionLimits: TitleLimits = { letters: 110, words: 15, titleCaseLetters: 170, titleCaseWords: 24 }
const headlineLimits: TitleLimits = { letters: 150, words: 20, titleCaseLetters: 170, titleCaseWords: 24 }

/** Words in the sense of a heading's length: what spaces part. */
export function spacedWords(text: string): string[] {
  return text.split(/\s+/u).filter(word => /[\p{L}\p{N}]/u.test(word))
}

/** Whether a text's first line reads as its headline. */
export function isHeadlineLike(text: string): boolean {
  return isTitle(text, headlineLimits)
}

/** Whether a line reads as a section heading. */
export function isHeadingLike(text: string): boolean {
  return isTitle(text, sectionLimits)
}

/** Short, with a capital at its start where its script has them, and no punctuation that closes it. */
function isTitle(text: string, limits: TitleLimits): boolean {
  // The first two tell most paragraphs; a text of a million lines is asked a million times.
  if (text.length > limits.titleCaseLetters) return false
  if (text.length > limits.letters && !isTitleCase(text)) return false
  const question = /[?？؟]["”’»]?$/u.test(text)
  if ((closes(text) && !question) || /[,;:،؛、：]$/u.test(text)) return false
  if (!/\p{L}/u.test(text) || /^[\p{P}\p{S}\s]*\p{Ll}/u.test(text)) return false
  if (hasAddress(text) || hasSentenceBreak(text) || opensQuote(text)) return false
  const words = spacedWords(text)
  if (question && words.length > 10) return false
  // Chinese and Japanese put no spaces between words; forty letters are a long title there.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return text.length <= 40
  return words.length <= (isTitleCase(text) ? limits.titleCaseWords : limits.words)
}

/** Whether a block of text is prose that a heading can stand over. */
export function isRunningText(text: string): boolean {
  if (text.length >= 80 || /[。！？]$/u.test(text)) return true
  const words = spacedWords(text).length
  return (endsSentence(text) && words >= 4) || (/[:：]$/u.test(text) && words >= 3)
}

export function isAllCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Whether most of the longer words have a capital, as English titles do. */
function isTitleCase(text: string): boolean {
  const longer = spacedWords(text).filter(word => word.length > 3)
  const capitals = longer.filter(word => /^[\p{P}]*[\p{Lu}\p{N}]/u.test(word))
  return longer.length > 1 && capitals.length >= longer.length * 0.7
}

/** Ends as a sentence does, but not with initials ("in the U.S.") or a common short form. */
function closes(text: string): boolean {
  return endsSentence(text) && !/(?:\p{L}\.){2,}$|\b(?:Inc|Ltd|Co|Jr|Sr|etc)\.$/u.test(text.slice(-12))
}

/** A sentence that ends inside the line: a full stop behind a word that is no short form ("vs."). */
function hasSentenceBreak(text: string): boolean {
  return /\p{Ll}{4,}[.!?]["”’»)]?\s+["“‘«(]?\p{Lu}|[。؟۔]\s*\S/u.test(text)
}

/** Begins a quotation that a later paragraph ends, or none does. */
function opensQuote(text: string): boolean {
  return /^(?:“[^”]*|"[^"]*|«[^»]*|„[^“”]*|「[^」]*)$/u.test(text)
}

/** Mail and web addresses and telephone numbers stand in contact lines, not in headings. */
function hasAddress(text: string): boolean {
  return /\S@\S|https?:|www\.|\+?\d[\d\s()/-]{7,}/u.test(text)
}
