import { expect, test } from 'vitest'
import { outsideAddress } from '../../src/main/links/address.ts'

test.each([
  'https://example.org/a?b=c#d',
  'mailto:ada@example.org',
  'mailto:ada@example.org?subject=Ports&body=Hello',
])('[E1] %s may be opened', href => {
  expect(outsideAddress(href)).toBe(href)
})

test.each([
  'http://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'app://galley/index.html',
  'smb://host/share',
  'ms-msdt:/id',
  'mailto:ada@example.org?attach=/etc/passwd',
  'https://user:pass@example.org/',
  'example.org',
  '',
])('[E1] %j may not', href => {
  expect(outsideAddress(href)).toBeNull()
})
