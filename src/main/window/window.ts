import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { EventName, EventPayload } from '../../contract/channels.ts'
import type { Report } from '../ipc/answer.ts'
import { sendEvent } from '../ipc/handle.ts'
import { pageAddress } from '../page/policy.ts'
import { placeWindow, type Rectangle, smallest } from './bounds.ts'
import { holdUntilFlushed } from './closing.ts'
import { reloadAfterCrash } from './crashes.ts'

/** The sheet's colour in each theme (interface.md, tokens): the window is that before the page has painted. */
const sheet = { light: '#FFFEFB', dark: '#1F1E1B' }

export interface Placement extends Rectangle {
  readonly maximised: boolean
}

/** The window, and what main needs to say to the page in it. */
export interface AppWindow {
  readonly browser: BrowserWindow
  /** Sends an event, at once or as soon as the page said that it is ready. */
  readonly post: <E extends EventName>(event: E, payload: EventPayload<E>) => void
  /** The page said that it is ready. */
  readonly ready: () => void
  /** The page said that everything typed is safe. */
  readonly flushed: () => void
  /** Brings the window to the front. */
  readonly focus: () => void
}

/**
 * Opens the window on the page.
 * @param preload absolute path of the bundled preload script
 * @param placement where it was last time, or null
 * @param remember told where the window is when that changed
 * @param report told of crashes
 */
export function openWindow(options: {
  preload: string
  icon: string
  placement: Placement | null
  remember: (placement: Placement) => void
  report: Report
}): AppWindow {
  const browser = new BrowserWindow({
    ...placeWindow(options.placement, workAreas()),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Galley',
    icon: options.icon,
    backgroundColor: backgroundColour(),
    show: false,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
    },
  })
  const waiting: (() => void)[] = []
  let isReady = false

  const closing = holdUntilFlushed(browser, () => {
    if (!isReady) return false
    sendEvent(browser.webContents, 'flush', undefined)
    return true
  })
  const recolour = () => browser.setBackgroundColor(backgroundColour())
  nativeTheme.on('updated', recolour)
  browser.on('closed', () => nativeTheme.off('updated', recolour))
  browser.on('page-title-updated', event => event.preventDefault())
  browser.webContents.on('render-process-gone', () => {
    isReady = false
  })
  browser.webContents.on('did-start-navigation', (_event, _url, isInPlace, isMainFrame) => {
    if (isMainFrame && !isInPlace) isReady = false
  })
  browser.once('ready-to-show', () => {
    if (options.placement?.maximised === true) browser.maximize()
    browser.show()
  })
  rememberPlacement(browser, options.remember)
  reloadAfterCrash(browser, options.report, () => browser.destroy())
  void browser.loadURL(pageAddress)

  return {
    browser,
    post: (event, payload) => {
      const send = () => sendEvent(browser.webContents, event, payload)
      if (isReady) send()
      else waiting.push(send)
    },
    ready: () => {
      isReady = true
      for (const send of waiting.splice(0)) send()
    },
    flushed: closing.flushed,
    focus: () => {
      if (browser.isMinimized()) browser.restore()
      browser.show()
      browser.focus()
    },
  }
}

function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? sheet.dark : sheet.light
}

function workAreas(): [Rectangle, ...Rectangle[]] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary.workArea, ...others.map(({ workArea }) => workArea)]
}

/** Tells of the window's place half a second after it last moved, and when it closes. */
function rememberPlacement(browser: BrowserWindow, remember: (placement: Placement) => void): void {
  let timer: NodeJS.Timeout | undefined
  const tell = () => {
    clearTimeout(timer)
    remember({ ...browser.getNormalBounds(), maximised: browser.isMaximized() })
  }
  const tellSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(tell, 500)
  }
  browser.on('resize', tellSoon)
  browser.on('move', tellSoon)
  browser.on('close', tell)
  browser.on('closed', () => clearTimeout(timer))
}
