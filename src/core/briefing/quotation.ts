/** For each opening quotation mark, the marks that may close it. German and Swedish reuse the others' marks. */
const closers: Readonly<Record<string, string>> = {
  '“': '”“"',
  '„': '“”„"',
  '‟': '”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  '‚': '‘’',
  '’': '’',
  '"': '"',
  '＂': '＂',
  "'": "'",
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '〝': '〞〟',
  '`': "'`",
}

/** Every mark that can close a quotation. */
export const closingMarks: ReadonlySet<string> = new Set(Object.values(closers).join(''))

/**
 * The text inside the quotation marks that enclose all of `text`, without the spaces that some languages put
 * inside them; null where no single pair does (“yes” and “no”).
 */
export function unquote(text: string): string | null {
  const open = text[0]
  const close = text[text.length - 1]
  if (open === undefined || close === undefined || text.length < 3) return null
  if (closers[open]?.includes(close) !== true) return null
  const inside = text.slice(1, -1)
  return closesEarly(inside, open, close) ? null : inside.trim()
}

/** Whether the quotation that `open` began ends inside the text already. */
function closesEarly(inside: string, open: string, close: string): boolean {
  let depth = 1
  for (let i = 0; i < inside.length; i++) {
    const mark = inside[i]
    if (open === close) {
      // Straight marks look the same on both sides: one that a letter precedes and none follows closes.
      if (mark === close && closesWord(inside, i)) depth--
      else if (mark === close && !betweenLetters(inside, i)) depth++
    } else if (mark === open) depth++
    else if (mark === close && !betweenLetters(inside, i)) depth--
    if (depth === 0) return true
  }
  return false
}

function closesWord(text: string, at: number): boolean {
  return /[^\s(]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')
}

/** An apostrophe, as in don’t. */
function betweenLetters(text: string, at: number): boolean {
  return /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + 1] ?? '')
}
