import { expect, test } from 'vitest'
import { givenFile } from '../../../src/main/files/given.ts'
import { safeName, withExtension } from '../../../src/main/files/names.ts'

test.each([
  ['Harbour cities', 'html', 'Harbour cities.html'],
  ['Harbour cities.html', 'html', 'Harbour cities.html'],
  ['report.v2', 'markdown', 'report.v2.md'],
  ['../../etc/passwd', 'text', '-..-etc-passwd.txt'],
  ['a/b\\c:d*e?f"g<h>i|j', 'pdf', 'a-b-c-d-e-f-g-h-i-j.pdf'],
  ['  spaced \n out  ', 'text', 'spaced out.txt'],
  ['con', 'text', 'Briefing con.txt'],
  ['...', 'briefing', 'Briefing.briefing'],
  ['اجتماع الميناء', 'html', 'اجتماع الميناء.html'],
  ['evil\u202Etxt.exe', 'html', 'eviltxt.exe.html'],
] as const)('suggests %j as %s: %s', (suggested, kind, expected) => {
  expect(safeName(suggested, kind)).toBe(expected)
})

test('keeps a long name within what disks take, in whole characters', () => {
  const name = safeName('🚢'.repeat(300), 'briefing')
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  expect(name).toMatch(/^(🚢)+\.briefing$/u)
})

test('adds an extension only where none of its kind is there', () => {
  expect(withExtension('/a/b', 'html')).toBe('/a/b.html')
  expect(withExtension('/a/b.HTM', 'html')).toBe('/a/b.HTM')
  expect(withExtension('/a.b/c', 'markdown')).toBe('/a.b/c.md')
  expect(withExtension('/a/b.txt', 'markdown')).toBe('/a/b.txt.md')
})

test('opens the file that a start was given, and takes nothing else for one', () => {
  expect(givenFile(['--no-sandbox', '.', 'notes/Ports.briefing'], '/home/ada')).toBe(
    '/home/ada/notes/Ports.briefing',
  )
  expect(givenFile(['/work/out/main/index.cjs', '/tmp/a.TXT'], '/')).toBe('/tmp/a.TXT')
  expect(givenFile(['--file=x.briefing', 'picture.png', '.'], '/')).toBeNull()
})
