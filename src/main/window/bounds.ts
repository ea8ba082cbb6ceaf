/** A rectangle on the screens, in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Smaller than this the desk cannot be worked at. */
export const smallest = { width: 900, height: 600 }
const atFirst = { width: 1440, height: 900 }

/**
 * Where the window opens: where it was, but whole and on a screen that is there now; at first in the middle
 * of the first screen.
 * @param screens the screens' work areas, the first one first; at least one
 */
export function placeWindow(
  saved: Rectangle | null,
  screens: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  const screen = saved === null ? screens[0] : nearest(saved, screens)
  const wanted = saved ?? centred(atFirst, screen)
  const width = clamp(wanted.width, Math.min(smallest.width, screen.width), screen.width)
  const height = clamp(wanted.height, Math.min(smallest.height, screen.height), screen.height)
  return {
    x: clamp(wanted.x, screen.x, screen.x + screen.width - width),
    y: clamp(wanted.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  }
}

function centred(size: { width: number; height: number }, screen: Rectangle): Rectangle {
  return {
    ...size,
    x: screen.x + Math.round(Math.max(0, screen.width - size.width) / 2),
    y: screen.y + Math.round(Math.max(0, screen.height - size.height) / 2),
  }
}

function nearest(window: Rectangle, screens: readonly [Rectangle, ...Rectangle[]]): Rectangle {
  return screens.reduce((best, screen) => (shared(window, screen) > shared(window, best) ? screen : best))
}

/** The area that two rectangles share. */
function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), high))
}
