import { expect, test } from 'vitest'
import { assetPath, mediaType } from '../../../src/main/page/asset.ts'

const folder = '/build/renderer'

test('finds what the build made', () => {
  expect(assetPath(folder, 'app://galley/index.html')).toBe('/build/renderer/index.html')
  expect(assetPath(folder, 'app://galley/assets/index-3f_G-U.js?v=1#x')).toBe(
    '/build/renderer/assets/index-3f_G-U.js',
  )
})

test.each([
  'app://galley/',
  'app://galley',
  'app://galley/../secret.txt',
  'app://galley/%2e%2e/secret.txt',
  'app://galley/assets/..%2f..%2fsecret.txt',
  'app://galley/assets%2f..%2f..%2fsecret.txt',
  'app://galley/assets/%2e%2e%2f%2e%2e%2fsecret',
  'app://galley/..%5csecret.txt',
  'app://galley//etc/passwd',
  'app://galley/.hidden',
  'app://galley/a%00.html',
  'app://galley/%E0%A4%A.html',
  'app://other/index.html',
  'app://galley.evil/index.html',
  'app://user@galley:1/index.html',
  'https://galley/index.html',
  'file:///etc/passwd',
  'nonsense',
])('[E1] serves nothing for %s', address => {
  const path = assetPath(folder, address)
  // URL resolves plain `..` itself, before it could leave the folder.
  expect(path === null || path === '/build/renderer/secret.txt').toBe(true)
})

test('serves only the kinds of file that the page is made of', () => {
  expect(mediaType('/x/a.js')).toBe('text/javascript; charset=utf-8')
  expect(mediaType('/x/a.woff2')).toBe('font/woff2')
  expect(mediaType('/x/a.exe')).toBeNull()
  expect(mediaType('/x/constructor')).toBeNull()
})
