import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Finding, type Planted, plant } from './planted.ts'

/** What core must not reach for: the page's world, Node's, and what differs between them. */
const worlds = {
  page: 'document.title',
  window: 'window.name',
  node: 'process.pid',
  time: 'setTimeout(() => {}, 1)',
  randomness: 'crypto.randomUUID()',
  network: "fetch('x')",
  console: "console.log('x')",
  bytes: "Buffer.from('x')",
}

let house: Planted
let core: Finding[]
let main: Finding[]
beforeAll(async () => {
  const plants = Object.entries(worlds).map(([name, use]) => [
    `src/core/${name}.ts`,
    `export const used = () => ${use}\n`,
  ])
  house = await plant({
    ...Object.fromEntries(plants),
    'src/core/fine.ts':
      "export const fine = [new URL('https://a.example').host, new TextEncoder().encode('a'), new TextDecoder()]\n",
    'src/core/outside.ts': "import { inside } from '../main/inside.ts'\nexport const reach = inside\n",
    'src/core/index.ts': 'export const list = [1]\nexport const first: number = list[0]\n',
    'src/main/inside.ts': 'export const inside = 1\n',
    'src/main/page.ts': 'export const title = () => document.title\n',
    'src/main/fine.ts': 'export const pid = process.pid\n',
  })
  core = await house.compile('core')
  main = await house.compile('main')
})
afterAll(() => house.remove())

const found = (findings: Finding[], file: string) => findings.filter(finding => finding.file.endsWith(file))

test.for(Object.keys(worlds))('core has no %s', name => {
  expect(found(core, `core/${name}.ts`)).not.toEqual([])
})

test('core has URL, TextEncoder and TextDecoder', () => {
  expect(found(core, 'core/fine.ts')).toEqual([])
})

test('the compiler too refuses an import out of a room that is not referenced', () => {
  expect(found(core, 'core/outside.ts').map(({ rule }) => rule)).toContain('TS6307')
})

test('an element of a list may be missing', () => {
  expect(found(core, 'core/index.ts')).not.toEqual([])
})

test('main has Node but no page', () => {
  expect(found(main, 'main/page.ts')).not.toEqual([])
  expect(found(main, 'main/fine.ts')).toEqual([])
})
