/**
 * A text as the search compares it: compatibility forms and letters with diacritics as their base letters,
 * lower case, and the letters that Unicode does not decompose as they are looked for (ß as ss, ø as o …).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, letter => plain[letter] ?? letter)
}

const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/**
 * The words of a text, folded. An apostrophe or a hyphen ends a word, so that "well-known" is found by both;
 * scripts without spaces give one word a letter.
 */
export function wordsOf(text: string): string[] {
  return fold(text)
    .replace(unspaced, ' $& ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}

/** The different words of a text in one string, joined by spaces: what the store keeps for the search. */
export function termsOf(text: string): string {
  return [...new Set(wordsOf(text))].join(' ')
}
