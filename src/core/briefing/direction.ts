export type Direction = 'ltr' | 'rtl'

const rightToLeft =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}'
const strong = new RegExp(`([${rightToLeft}])|\\p{L}`, 'u')
const everyStrong = new RegExp(`([${rightToLeft}])|\\p{L}`, 'gu')

/** The direction of a text's first letter (Unicode Bidirectional Algorithm, rule P2); null without one. */
export function firstDirection(text: string): Direction | null {
  const match = strong.exec(text)
  if (match === null) return null
  return match[1] === undefined ? 'ltr' : 'rtl'
}

/** The direction that most letters of a text have; null for a text without letters. */
export function mainDirection(text: string): Direction | null {
  let left = 0
  let right = 0
  for (const match of text.matchAll(everyStrong)) {
    if (match[1] === undefined) left++
    else right++
  }
  if (left + right === 0) return null
  return right > left ? 'rtl' : 'ltr'
}
