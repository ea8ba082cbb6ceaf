import { app, type Session, type WebContents } from 'electron'
import { pageOrigin } from './policy.ts'

const ownSchemes = ['app:', 'data:', 'blob:', 'devtools:']

/** Refuses a session every permission, every download and everything that would leave this computer. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !ownSchemes.some(scheme => request.url.startsWith(scheme)) })
  })
  // Chromium would fetch its own dictionaries; the page spells with the ones that ship.
  session.setSpellCheckerLanguages([])
}

/** Keeps every page where it is: no navigation, no new windows, no embedded web views. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', event => {
      if (!isReload(contents, event.url)) event.preventDefault()
    })
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

function isReload(contents: WebContents, url: string): boolean {
  return url === contents.getURL() && url.startsWith(`${pageOrigin}/`)
}
