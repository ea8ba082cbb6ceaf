import { fail, ok, type Result } from '../../core/result.ts'
import { withPdfInfo } from './pdf-info.ts'
import { inHiddenWindow } from './print-window.ts'

const small =
  'font: 8pt system-ui, sans-serif; color: #57524A; width: 100%; padding: 0 18mm; display: flex; gap: 8mm;'

/** At the foot of each page: the title, and the page of how many. Chromium fills in the classes. */
const footer = `<div style="${small}">
  <span class="title" style="flex: 1; overflow: hidden; white-space: nowrap; text-overflow: ellipsis"></span>
  <span><span class="pageNumber"></span> / <span class="totalPages"></span></span>
</div>`

/** Margins in inches: 20 mm, and 24 mm at the foot, where the page number stands. */
const margins = { top: 0.787, bottom: 0.945, left: 0.787, right: 0.787 }

/**
 * A PDF (A4) of a self-contained HTML page, with its title, and tagged and outlined where the runtime can
 * (Electron 25 cannot and ignores the two options). Fails with `export.failed`.
 */
export async function makePdf(html: string, title: string): Promise<Result<Uint8Array>> {
  try {
    const pdf = await inHiddenWindow(html, title, contents =>
      contents.printToPDF({
        pageSize: 'A4',
        margins,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footer,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    )
    return ok(withPdfInfo(new Uint8Array(pdf), { title, time: new Date() }))
  } catch {
    return fail('export.failed', 'The PDF could not be made. Nothing was written.')
  }
}

/** The system's print dialog for a self-contained HTML page. False means that the user cancelled. */
export async function printPage(html: string): Promise<Result<boolean>> {
  try {
    return await inHiddenWindow(
      html,
      null,
      contents =>
        new Promise(answer => {
          contents.print({ silent: false, pageSize: 'A4' }, (isPrinted, reason) => {
            if (isPrinted) answer(ok(true))
            else if (/cancel/i.test(reason)) answer(ok(false))
            else answer(fail('print.failed', 'The system could not print. Is there a printer?'))
          })
        }),
    )
  } catch {
    return fail('print.failed', 'The page could not be prepared for printing.')
  }
}
