import { randomUUID } from 'node:crypto'
import { BrowserWindow, type Session, session, type WebContents } from 'electron'
import { guardSession } from '../page/guards.ts'
import { pageScheme } from '../page/policy.ts'

/** What is printed may show itself and load nothing; it has no scripts and gets no bridge. */
const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

const pages = new Map<string, string>()
let printSession: Session | null = null

/**
 * Shows a self-contained HTML page in a hidden window of its own, which is gone afterwards.
 * @param use called when the page is there with all its typefaces
 */
export async function inHiddenWindow<T>(
  html: string,
  title: string | null,
  use: (contents: WebContents) => Promise<T>,
): Promise<T> {
  const address = `${pageScheme}://print/${randomUUID()}`
  pages.set(address, html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: openPrintSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  try {
    await window.loadURL(address)
    const named = title === null ? '' : `document.title = ${JSON.stringify(title)};`
    // In a world of its own, so that the page's policy can forbid it every script.
    await window.webContents.executeJavaScriptInIsolatedWorld(1, [
      { code: `${named} document.fonts.ready.then(() => true)` },
    ])
    return await use(window.webContents)
  } finally {
    pages.delete(address)
    window.destroy()
  }
}

/** A session in memory that serves the pages being printed and nothing else. */
function openPrintSession(): Session {
  if (printSession !== null) return printSession
  printSession = session.fromPartition('print')
  guardSession(printSession)
  printSession.protocol.handle(pageScheme, request => {
    const html = pages.get(request.url)
    if (html === undefined) return new Response('Not found', { status: 404 })
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': printPolicy },
    })
  })
  return printSession
}
