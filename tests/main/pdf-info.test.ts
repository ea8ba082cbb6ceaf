import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { withPdfInfo } from '../../src/main/printing/pdf-info.ts'

const time = new Date('2026-03-18T11:14:15.016Z')

/** The smallest PDF with a document information dictionary, laid out as Skia lays it out. */
function smallPdf(): Uint8Array {
  const objects = [
    '<</Creator (Something else)>>',
    '<</Type /Catalog /Pages 3 0 R>>',
    '<</Type /Pages /Count 1 /Kids [4 0 R]>>',
    '<</Type /Page /Parent 3 0 R /MediaBox [0 0 595 842]>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 5\n0000000000 65535 f \n${table}trailer\n<</Size 5\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

test('[P1] a PDF says its title and no more of its making than that Galley made it', async () => {
  const pdf = withPdfInfo(smallPdf(), { title: 'Häfen (Teil 2) — 港', time })
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise
  expect(document.numPages).toBe(1)
  const { info } = await document.getMetadata()
  expect(info).toMatchObject({
    Title: 'Häfen (Teil 2) — 港',
    Creator: 'Galley',
    CreationDate: 'D:20260318111415Z',
  })
  await document.destroy()
})

test('a PDF that is laid out otherwise is left as it is', () => {
  const other = new TextEncoder().encode('%PDF-1.7\nno table here')
  expect(withPdfInfo(other, { title: 'x', time })).toBe(other)
})
