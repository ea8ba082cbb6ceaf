import serif from '@fontsource-variable/source-serif-4/opsz.css?raw'
import serifItalic from '@fontsource-variable/source-serif-4/opsz-italic.css?raw'
import { expect, test } from 'vitest'
import { embedFace, neededFaces, readFaces } from '../../../src/core/export/typeface-css.ts'

const faces = [serif, serifItalic].flatMap(readFaces)
const files = (html: string) => neededFaces(faces, html).map(face => face.file)

test('P1 a page carries only the alphabets and slants that it uses', () => {
  expect(files('Nine ports')).toEqual(['source-serif-4-latin-opsz-normal.woff2'])
  expect(files('<em>Nine</em> ports')).toEqual([
    'source-serif-4-latin-opsz-normal.woff2',
    'source-serif-4-latin-opsz-italic.woff2',
  ])
  expect(files('<blockquote class="quote-text">Nine</blockquote>')).toHaveLength(2)
  expect(files('Łódź')).toEqual([
    'source-serif-4-latin-ext-opsz-normal.woff2',
    'source-serif-4-latin-opsz-normal.woff2',
  ])
  expect(files('Порт')).toEqual(['source-serif-4-cyrillic-opsz-normal.woff2'])
})

test('P1 an embedded typeface names no file and keeps the rest of its rule', () => {
  const [face] = neededFaces(faces, 'a')
  if (face === undefined) throw new Error('There is no Latin face')
  const css = embedFace(face, 'AAAA')
  expect(css).toContain('url(data:font/woff2;base64,AAAA)')
  expect(css).not.toContain('files/')
  expect(css).toContain("font-family: 'Source Serif 4 Variable'")
  expect(css).toContain('unicode-range: U+0000-00FF')
})
