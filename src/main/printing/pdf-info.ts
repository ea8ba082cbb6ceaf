/** What a PDF says of itself beside its pages. */
export interface PdfInfo {
  readonly title: string
  /** When it was made. */
  readonly time: Date
}

/**
 * A PDF with its title and maker set: an incremental update (ISO 32000-1, 7.5.6) that replaces the document
 * information dictionary, since Chromium writes no title there before version 117 and names itself as the
 * creator. A PDF without the classic cross-reference table that Skia writes is returned as it is.
 */
export function withPdfInfo(pdf: Uint8Array, info: PdfInfo): Uint8Array {
  const tail = Buffer.from(pdf.subarray(-2048)).toString('latin1')
  const end = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)
  const size = /\/Size (\d+)/.exec(end?.[1] ?? '')?.[1]
  const root = /\/Root (\d+ \d+ R)/.exec(end?.[1] ?? '')?.[1]
  const object = /\/Info (\d+) (\d+) R/.exec(end?.[1] ?? '')
  if (!end || !object || size === undefined || root === undefined) return pdf

  const [, number = '', generation = ''] = object
  const start = pdf.length + 1
  const dictionary = [
    `/Title ${textString(info.title)}`,
    '/Creator (Galley)',
    '/Producer (Chromium)',
    `/CreationDate ${dateString(info.time)}`,
    `/ModDate ${dateString(info.time)}`,
  ].join('\n')
  const update = `\n${number} ${generation} obj\n<<\n${dictionary}\n>>\nendobj\n`
  const table = [
    'xref',
    `${number} 1`,
    `${String(start).padStart(10, '0')} ${generation.padStart(5, '0')} n `,
    'trailer',
    `<< /Size ${size} /Root ${root} /Info ${number} ${generation} R /Prev ${end[2]} >>`,
    'startxref',
    String(pdf.length + update.length),
    '%%EOF',
    '',
  ].join('\n')
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(update + table, 'latin1')]))
}

/** A text string in UTF-16BE with its byte order mark, in hexadecimal. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function dateString(time: Date): string {
  return `(D:${time.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z)`
}
