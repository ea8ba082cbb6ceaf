import { type BrowserWindow, nativeImage } from 'electron'
import { fail, ok, type Result } from '../../core/result.ts'

/** The side of the picture at the cursor, in pixels. */
const side = 64

/** Goes on with what the user drags as a drag of a file. macOS demands a picture, and shows an empty one as none. */
export function startDrag(window: BrowserWindow | null, file: string, icon: string): Result<undefined> {
  if (window === null) return fail('refused', 'The window is gone.')
  const picture = nativeImage.createFromPath(icon).resize({ width: side, height: side })
  window.webContents.startDrag({ file, icon: picture })
  return ok(undefined)
}
