/**
 * Words before a place that were cut off after so many characters: without the part of a word that they begin
 * with, behind an ellipsis. What is shorter is all there is.
 */
export function cutBefore(text: string, most: number): string {
  if (text.length < most) return text
  const whole = text.replace(/^\S*\s+/u, '')
  return `…${whole === '' ? text.trimStart() : whole}`
}

/** The same for words behind a place. */
export function cutAfter(text: string, most: number): string {
  if (text.length < most) return text
  const whole = text.replace(/\s+\S*$/u, '')
  return `${whole === '' ? text.trimEnd() : whole}…`
}
