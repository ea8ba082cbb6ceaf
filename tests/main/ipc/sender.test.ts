import { expect, test } from 'vitest'
import { isOurPage } from '../../../src/main/ipc/sender.ts'

const page = { url: 'app://galley/index.html', parent: null }

test('[E1] answers the top frame of our own window', () => {
  expect(isOurPage({ contents: 3, frame: page }, 3)).toBe(true)
})

test('[E1] answers nobody else', () => {
  expect(isOurPage({ contents: 4, frame: page }, 3)).toBe(false)
  expect(isOurPage({ contents: 3, frame: page }, null)).toBe(false)
  expect(isOurPage({ contents: 3, frame: null }, 3)).toBe(false)
  expect(isOurPage({ contents: 3, frame: { ...page, parent: page } }, 3)).toBe(false)
  for (const url of [
    'about:srcdoc',
    'https://galley/index.html',
    'app://galley.evil/index.html',
    'app://print/x',
    'data:text/html,x',
    'file:///app://galley/',
  ]) {
    expect(isOurPage({ contents: 3, frame: { url, parent: null } }, 3), url).toBe(false)
  }
})
