import type { Bridge } from '../contract/bridge.ts'

declare global {
  interface Window {
    /** Put there by the preload script; the page's only way to files, the journal and the menu. */
    readonly galley: Bridge
  }
}
