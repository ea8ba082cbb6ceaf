import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/core/import/decode.ts'

const sentence = 'Kyiv’s fleet — مدينة'

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('')
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), order === 'le')
  return bytes
}

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('[I1] the bytes of a text file', () => {
  it.each([
    ['UTF-8', utf8(sentence)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${sentence}`)],
    ['UTF-16 LE with a mark', utf16(sentence, 'le', true)],
    ['UTF-16 BE with a mark', utf16(sentence, 'be', true)],
    ['UTF-16 LE without a mark', utf16(sentence, 'le', false)],
    ['UTF-16 BE without a mark', utf16(sentence, 'be', false)],
  ])('are read as %s', (_name, bytes) => {
    expect(decodeText(bytes, 'a.txt')).toEqual({ ok: true, value: sentence })
  })

  it('become lines, whichever way the lines end', () => {
    const decoded = decodeText(utf8('a\r\nb\rc\nd\u2028e\ff'), 'a.txt')
    expect(decoded).toEqual({ ok: true, value: 'a\nb\nc\nd\ne\nf' })
  })

  it('lose control characters, which no text shows', () => {
    expect(decodeText(utf8('a\u001b[1mb\u0007'), 'a.txt')).toEqual({ ok: true, value: 'a[1mb' })
  })

  it.each([
    ['an empty file', new Uint8Array(), 'file.empty'],
    ['white space alone', utf8('\ufeff \r\n\t\r\n'), 'file.empty'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49]),
      'file.binary',
    ],
    ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 8, 0, 0, 0, 0, 0, 0x61, 0x62]), 'file.binary'],
    ['plain letters with a zero among them', utf8('abc\0def\n'), 'file.binary'],
    ['an old code page', new Uint8Array([0x93, 0x54, 0x61, 0x6c, 0x6b, 0x73, 0x94]), 'file.encoding'],
    ['UTF-8 cut inside a letter', utf8('Zürich é').slice(0, -1), 'file.encoding'],
    ['Rich Text', utf8('{\\rtf1\\ansi Talks stall}'), 'file.unknown-type'],
    ['more than 64 MB', new Uint8Array(64 * 1024 * 1024 + 1).fill(0x61), 'file.too-large'],
  ])('are refused where they are %s', (_name, bytes, code) => {
    const decoded = decodeText(bytes, 'a.txt')
    expect(decoded).toMatchObject({ ok: false, error: { code, file: 'a.txt' } })
  })
})
