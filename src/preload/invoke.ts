import { ipcRenderer } from 'electron'
import type { Bridge } from '../contract/bridge.ts'
import { eventWire, requestWire } from '../contract/wire.ts'

/** The one place with raw ipcRenderer; main checks the sender, the channel and the argument of every call. */
export const invoke: Bridge['invoke'] = async (channel, ...request) => {
  try {
    return await ipcRenderer.invoke(requestWire, channel, ...request)
  } catch {
    // What cannot cross processes (a function, a DOM node) fails here, and so does a main that is gone.
    return { ok: false, error: { code: 'refused', message: 'This could not be handed to the application.' } }
  }
}

/** Passes events of one name on to a listener, without Electron's own event object. */
export const on: Bridge['on'] = (event, listener) => {
  const pass = (_: unknown, name: unknown, payload: unknown) => {
    // Main makes payloads of the event's own type; the page gets a copy through the context bridge.
    if (name === event) listener(payload as Parameters<typeof listener>[0])
  }
  ipcRenderer.on(eventWire, pass)
  return () => {
    ipcRenderer.off(eventWire, pass)
  }
}
