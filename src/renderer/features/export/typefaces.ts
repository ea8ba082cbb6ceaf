import inter from '@fontsource-variable/inter/wght.css?raw'
import serif from '@fontsource-variable/source-serif-4/opsz.css?raw'
import serifItalic from '@fontsource-variable/source-serif-4/opsz-italic.css?raw'
import { embedFace, type Face, neededFaces, readFaces } from '../../../core/export/typeface-css.ts'
import { fail, ok, type Result } from '../../../core/result.ts'

/** The typefaces' files in the app's own bundle: the same that the window itself shows. */
const files: Record<string, string> = {
  ...import.meta.glob<string>(
    '../../../../node_modules/@fontsource-variable/source-serif-4/files/*-opsz-*.woff2',
    {
      query: '?url',
      import: 'default',
      eager: true,
    },
  ),
  ...import.meta.glob<string>(
    '../../../../node_modules/@fontsource-variable/inter/files/*-wght-normal.woff2',
    {
      query: '?url',
      import: 'default',
      eager: true,
    },
  ),
}
const addresses = new Map(
  Object.entries(files).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
)
const faces = [serif, serifItalic, inter].flatMap(readFaces)
const embedded = new Map<string, Promise<string>>()

/**
 * The style sheet that brings a page's typefaces with it, as data URLs, for the letters that are in `html`
 * (a whole page or a fragment: its tags are Latin letters, which every page has).
 */
export async function typefacesFor(html: string): Promise<Result<string>> {
  try {
    const css = await Promise.all(neededFaces(faces, html).map(embed))
    return ok(css.join('\n'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail('export.failed', `The typefaces could not be read: ${reason}`)
  }
}

function embed(face: Face): Promise<string> {
  const known = embedded.get(face.file)
  if (known !== undefined) return known
  const reading = read(face)
  embedded.set(face.file, reading)
  reading.catch(() => embedded.delete(face.file))
  return reading
}

async function read(face: Face): Promise<string> {
  const address = addresses.get(face.file)
  if (address === undefined) throw new Error(`${face.file} is not in the app`)
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${face.file}: ${response.status}`)
  return embedFace(face, base64(new Uint8Array(await response.arrayBuffer())))
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  const chunk = 0x8000
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  }
  return btoa(binary)
}
