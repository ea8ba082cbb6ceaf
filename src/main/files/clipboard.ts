import { ClipboardItem, clipboard } from 'electron'

/** How runtimes before ClipboardItem (Electron 25 among them) write. */
interface EarlierClipboard {
  write(data: { text: string; html?: string }): void
}

/** Puts a text on the clipboard, with a rich form beside it where there is one. */
export async function writeToClipboard(text: string, html: string | undefined): Promise<void> {
  if (typeof ClipboardItem !== 'function') {
    const earlier = clipboard as unknown as EarlierClipboard
    earlier.write(html === undefined ? { text } : { text, html })
    return
  }
  await clipboard.write([
    new ClipboardItem({ 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) }),
  ])
}
