import { extname } from 'node:path'

/** What Galley writes, with the extensions that say so; the first is the one it adds. */
export const savedKinds = {
  briefing: { label: 'Galley briefing', extensions: ['briefing'] },
  html: { label: 'Web page', extensions: ['html', 'htm'] },
  fragment: { label: 'HTML fragment', extensions: ['html', 'htm'] },
  markdown: { label: 'Markdown', extensions: ['md', 'markdown'] },
  text: { label: 'Plain text', extensions: ['txt', 'text'] },
  pdf: { label: 'PDF document', extensions: ['pdf'] },
} as const

export type SavedKind = keyof typeof savedKinds

/** The path with an extension of its kind, added where it has none of them. */
export function withExtension(path: string, kind: SavedKind): string {
  const known: readonly string[] = savedKinds[kind].extensions
  return known.includes(extname(path).slice(1).toLowerCase()) ? path : `${path}.${known[0]}`
}

const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** The most bytes that file systems take for a name, less room for what they or Galley add to it. */
const longest = 200

/**
 * A suggested name as every file system takes it: no folders, no characters that Windows refuses, not longer
 * than 200 bytes (or `most`), with the extension of its kind.
 */
export function safeName(suggested: string, kind: SavedKind, most = longest): string {
  const extension = `.${savedKinds[kind].extensions[0]}`
  const plain = suggested
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  const stem = extname(plain).toLowerCase() === extension ? plain.slice(0, -extension.length) : plain
  const named = stem === '' || reservedOnWindows.test(stem) ? `Briefing ${stem}`.trim() : stem
  return `${cut(named, most)}${extension}`
}

/** As much of a text as fits into some bytes of UTF-8, in whole characters. */
function cut(text: string, bytes: number): string {
  let short = ''
  let used = 0
  for (const character of text) {
    used += Buffer.byteLength(character)
    if (used > bytes) break
    short += character
  }
  return short.trimEnd()
}
