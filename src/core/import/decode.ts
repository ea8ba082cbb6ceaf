import { fail, ok, type Result } from '../result.ts'

/** Far above any briefing; beyond it the window could not show what was read. */
const mostBytes = 64 * 1024 * 1024

/** How much of a file is looked at to tell text from other data. */
const sampleBytes = 64 * 1024

/**
 * The text in a file's bytes, with line feeds as its only line ends and without control characters.
 * UTF-8 and UTF-16 are read, with a byte order mark or without. Bytes that are neither are refused rather
 * than guessed at: a wrong guess among the old code pages changes words and nobody notices.
 * @param name the file's name, for the failure
 * @returns fails with `file.empty`, `file.too-large`, `file.binary`, `file.unknown-type` or `file.encoding`
 */
export function decodeText(bytes: Uint8Array, name: string): Result<string> {
  const where = { file: name }
  if (bytes.length === 0) return fail('file.empty', 'The file is empty', where)
  if (bytes.length > mostBytes) {
    return fail('file.too-large', 'The file is larger than 64 MB, which no briefing is', where)
  }
  const encoding = encodingOf(bytes)
  if (encoding === null) {
    return fail('file.binary', 'The file holds data that is not text, such as a picture or a program', where)
  }
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return fail(
      'file.encoding',
      'The text is neither UTF-8 nor UTF-16. Save it as UTF-8 and import it again',
      where,
    )
  }
  if (text.startsWith('{\\rtf')) {
    return fail('file.unknown-type', 'This is a Rich Text document. Save it as plain text first', where)
  }
  const clean = cleanText(text)
  if (!/[\p{L}\p{N}]/u.test(clean)) return fail('file.empty', 'The file has no words in it', where)
  return ok(clean)
}

/** Line ends of every kind as line feeds; control characters, which mean nothing in a text, left out. */
function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g, '')
  )
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The encoding that a byte order mark or the place of the zero bytes shows; null for what is not text. */
function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, sampleBytes)
  let evenZeros = 0
  let oddZeros = 0
  let controls = 0
  let letters = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0 && i % 2 === 0) evenZeros++
    else if (byte === 0) oddZeros++
    else if (byte < 0x20 && byte !== 0x1b && (byte < 0x09 || byte > 0x0d)) controls++
    else if (byte < 0x7f) letters++
  }
  const zeros = evenZeros + oddZeros
  // A zero now and then among plain letters is data: English in UTF-16 would have one beside each letter.
  if (zeros > 0 && zeros < length * 0.4 && letters + zeros === length) return null
  // In UTF-16 without a mark, spaces and line ends at least have a zero byte, always on the same side.
  if (evenZeros === 0 && oddZeros > length / 20) return 'utf-16le'
  if (oddZeros === 0 && evenZeros > length / 20) return 'utf-16be'
  return zeros > 0 || controls > 3 + length / 50 ? null : 'utf-8'
}
