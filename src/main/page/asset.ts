import { join, sep } from 'node:path'
import { pageOrigin } from './policy.ts'

/**
 * The file that an address of the page stands for, or null where it stands for none: another origin, a path
 * that leaves the folder, or one that the build never makes.
 * @param folder absolute path of the built page
 */
export function assetPath(folder: string, address: string): string | null {
  let url: URL
  let path: string
  try {
    url = new URL(address)
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (`${url.protocol}//${url.host}` !== pageOrigin) return null
  if (!/^(\/[\w@-][\w.@-]*)+$/.test(path)) return null
  const file = join(folder, ...path.slice(1).split('/'))
  return file.startsWith(folder + sep) ? file : null
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
}

/** The media type to serve a file with, or null for a kind that the page has no business loading. */
export function mediaType(file: string): string | null {
  return types[file.slice(file.lastIndexOf('.') + 1)] ?? null
}
