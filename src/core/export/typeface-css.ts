/** One `@font-face` of a style sheet, and which file and characters it is for. */
export interface Face {
  readonly css: string
  /** The file's name without its folder. */
  readonly file: string
  readonly italic: boolean
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

/** Reads the `@font-face` rules of a style sheet as Fontsource writes them. */
export function readFaces(css: string): Face[] {
  const faces: Face[] = []
  for (const [rule] of css.matchAll(/@font-face\s*\{[^}]*\}/g)) {
    const file = /url\([^)]*?([^/)]+\.woff2)\)/.exec(rule)?.[1]
    if (file === undefined) continue
    const ranges = /unicode-range:\s*([^;}]+)/.exec(rule)?.[1] ?? 'U+0-10FFFF'
    faces.push({
      css: rule,
      file,
      italic: /font-style:\s*italic/.test(rule),
      ranges: ranges.split(',').map(readRange),
    })
  }
  return faces
}

/**
 * The faces that a page or a fragment needs: those with one of its letters, italic ones only where page.css
 * sets something in italics. A page that carries its typefaces then carries no alphabet that it does not use.
 * Its tags are Latin letters, which every page has.
 */
export function neededFaces(faces: readonly Face[], html: string): Face[] {
  const italics = /<em\b|class="quote-text"/.test(html)
  const points = new Set<number>()
  for (const letter of html) points.add(letter.codePointAt(0) ?? 0)
  const letters = [...points]
  return faces.filter(
    face =>
      (italics || !face.italic) &&
      letters.some(point => face.ranges.some(([first, last]) => point >= first && point <= last)),
  )
}

/** A face's rule with the file inside it, as a data URL. */
export function embedFace(face: Face, base64: string): string {
  return face.css.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${base64})`)
}

/** `U+26`, `U+0-7F` or `U+4??` (CSS Fonts 4, unicode-range). */
function readRange(text: string): readonly [number, number] {
  const range = text.trim().replace(/^U\+/i, '')
  const [first = '', last = first] = range.split('-')
  return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)]
}
