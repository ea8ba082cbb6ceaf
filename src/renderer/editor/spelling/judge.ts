/** A dictionary as far as judging a word needs it. */
export interface Dictionary {
  correct(word: string): boolean
  suggest(word: string): string[]
}

/**
 * Whether a word of a text is misspelt. What a dictionary cannot know is let pass: words with figures, addresses,
 * abbreviations in capitals, names with capitals inside. Of a compound with hyphens each part is judged.
 */
export function isMisspelt(word: string, dictionary: Dictionary): boolean {
  const plain = word
    .normalize('NFC')
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/^['-]+|['-]+$/gu, '')
  if (isNoWord(plain) || dictionary.correct(plain)) return false
  const base = plain.replace(/'s?$/u, '')
  if (base !== plain) return isMisspelt(base, dictionary)
  const parts = plain.split(/[-‐‑–/]/u).filter(part => part !== '')
  return parts.length < 2 || parts.some(part => isMisspelt(part, dictionary))
}

function isNoWord(word: string): boolean {
  return (
    word.length < 2 ||
    /[\p{N}@_\\]|:\/\/|\.\p{L}/u.test(word) ||
    !/\p{Ll}/u.test(word) ||
    /\p{L}\p{Lu}/u.test(word.replace(/^(Mc|Mac|O')(?=\p{Lu})/u, '')) ||
    !/\p{Script=Latin}/u.test(word)
  )
}

/** Words that were perhaps meant, the likeliest first; at most so many. */
export function suggestions(word: string, dictionary: Dictionary, most = 6): string[] {
  const plain = word.normalize('NFC').replace(/[’‘ʼ]/gu, "'")
  // Two letters swapped is the commonest slip, and nspell ranks it low ("teh" gives "ten").
  const found = [...swapped(plain).filter(each => dictionary.correct(each)), ...dictionary.suggest(plain)]
  const typographic = word.includes('’')
  const distinct = new Set(found.map(each => (typographic ? each.replace(/'/g, '’') : each)))
  distinct.delete(word)
  return [...distinct].slice(0, most)
}

function swapped(word: string): string[] {
  const letters = [...word]
  return letters.slice(1).map((letter, index) => {
    const other = [...letters]
    other[index + 1] = letters[index] ?? ''
    other[index] = letter
    return other.join('')
  })
}
