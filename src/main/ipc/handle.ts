import { ipcMain, type WebContents } from 'electron'
import type { EventName, EventPayload } from '../../contract/channels.ts'
import { eventWire, requestWire } from '../../contract/wire.ts'
import { fail } from '../../core/result.ts'
import { answer, type Handlers, type Report } from './answer.ts'
import { isOurPage } from './sender.ts'

/**
 * The one place with raw ipcMain: every request comes in here and is answered only for our own page.
 * @param ours the id of our window's web contents, or null while there is none
 */
export function serveRequests(handlers: Handlers, ours: () => number | null, report: Report): void {
  ipcMain.handle(requestWire, (event, channel: unknown, request: unknown) => {
    const sender = { contents: event.sender.id, frame: event.senderFrame }
    if (!isOurPage(sender, ours())) {
      report('a stranger sent', channel)
      return fail('refused', 'Only the application itself may ask for this.')
    }
    return answer(handlers, report, channel, request)
  })
}

/** Tells the page something. */
export function sendEvent<E extends EventName>(contents: WebContents, event: E, payload: EventPayload<E>) {
  contents.send(eventWire, event, payload)
}
