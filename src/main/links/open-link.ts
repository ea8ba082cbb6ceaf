import { type BrowserWindow, dialog, shell } from 'electron'
import { fail, ok, type Result } from '../../core/result.ts'
import { outsideAddress } from './address.ts'

/**
 * Opens an https or mailto address in the system's program for it, once the user has confirmed the whole
 * address. False means that the user did not.
 */
export async function openLink(href: string, window: BrowserWindow | null): Promise<Result<boolean>> {
  const address = outsideAddress(href)
  if (address === null) {
    return fail('refused', 'Galley opens only https and mailto addresses.', { entry: href.slice(0, 200) })
  }
  const question = {
    type: 'question' as const,
    message: address.startsWith('mailto:') ? 'Write to this address?' : 'Open this address in your browser?',
    detail: address,
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
  }
  const { response } = await (window === null
    ? dialog.showMessageBox(question)
    : dialog.showMessageBox(window, question))
  if (response !== 0) return ok(false)
  await shell.openExternal(address)
  return ok(true)
}
