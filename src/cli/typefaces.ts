/// <reference types="vite/client" />
import inter from '../../node_modules/@fontsource-variable/inter/wght.css?raw'
import serif from '../../node_modules/@fontsource-variable/source-serif-4/opsz.css?raw'
import serifItalic from '../../node_modules/@fontsource-variable/source-serif-4/opsz-italic.css?raw'
import { embedFace, neededFaces, readFaces } from '../core/export/typeface-css.ts'

/** Each typeface file is a piece of its own in the build, read only when a page needs it. */
const files = {
  ...import.meta.glob<string>('../../node_modules/@fontsource-variable/source-serif-4/files/*-opsz-*.woff2', {
    query: '?inline',
    import: 'default',
  }),
  ...import.meta.glob<string>('../../node_modules/@fontsource-variable/inter/files/*-wght-normal.woff2', {
    query: '?inline',
    import: 'default',
  }),
}

const loaders = new Map(
  Object.entries(files).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1), load]),
)

/** The style sheet that brings a page's typefaces with it, for the letters that are in `html`. */
export async function typefacesFor(html: string): Promise<string> {
  const faces = neededFaces([serif, serifItalic, inter].flatMap(readFaces), html)
  const rules = faces.map(async face => {
    const dataUrl = await loaders.get(face.file)?.()
    return dataUrl === undefined ? '' : embedFace(face, dataUrl.slice(dataUrl.indexOf(',') + 1))
  })
  return (await Promise.all(rules)).join('\n')
}
