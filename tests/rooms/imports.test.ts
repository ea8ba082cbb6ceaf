import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Finding, type Planted, plant } from './planted.ts'

const restricted = 'lint/style/noRestrictedImports'

/** What may not be imported where: file in which it is planted, and the import. */
const forbidden: readonly (readonly [file: string, specifier: string])[] = [
  // The table of rooms.
  ['src/core/schema/a.ts', 'node:fs'],
  ['src/core/schema/a.ts', 'electron'],
  ['src/core/schema/a.ts', 'react'],
  ['src/core/schema/a.ts', 'dexie'],
  ['src/core/schema/a.ts', 'prosemirror-view'],
  ['src/core/schema/a.ts', '@tiptap/react'],
  ['src/core/export/a.ts', 'jsdom'],
  ['src/core/history/a.ts', '../../contract/channels.ts'],
  ['src/core/history/a.ts', '../../main/index.ts'],
  ['src/core/history/a.ts', '../../preload/index.ts'],
  ['src/core/history/a.ts', '../../renderer/app/app.tsx'],
  ['src/core/history/a.ts', '../../cli/index.ts'],
  ['src/contract/a.ts', '../main/index.ts'],
  ['src/contract/a.ts', '../renderer/app/app.tsx'],
  ['src/contract/a.ts', 'electron'],
  ['src/contract/a.ts', 'node:fs'],
  ['src/main/files/a.ts', '../../renderer/app/app.tsx'],
  ['src/main/files/a.ts', '../../preload/index.ts'],
  ['src/main/files/a.ts', '../../cli/index.ts'],
  ['src/main/files/a.ts', 'react'],
  ['src/preload/a.ts', '../core/result.ts'],
  ['src/preload/a.ts', '../main/index.ts'],
  ['src/preload/a.ts', 'node:fs'],
  ['src/preload/a.ts', 'zod'],
  ['src/renderer/app/a.ts', '../../main/index.ts'],
  ['src/renderer/app/a.ts', '../../preload/index.ts'],
  ['src/renderer/app/a.ts', '../../cli/index.ts'],
  ['src/renderer/app/a.ts', 'electron'],
  ['src/renderer/app/a.ts', 'node:fs'],
  ['src/renderer/app/a.ts', 'node:fs/promises'],
  ['src/cli/a.ts', '../contract/channels.ts'],
  ['src/cli/a.ts', '../main/index.ts'],
  ['src/cli/a.ts', '../renderer/app/app.tsx'],
  ['src/cli/a.ts', 'electron'],
  ['scripts/a.mjs', 'playwright'],
  // Core's own order: schema ← briefing ← history ← review ← handoff ← import, export, checks.
  ['src/core/a.ts', './schema/doc.ts'],
  ['src/core/schema/a.ts', '../briefing/briefing.ts'],
  ['src/core/briefing/a.ts', '../history/change.ts'],
  ['src/core/briefing/a.ts', '../review/thread.ts'],
  ['src/core/history/a.ts', '../review/thread.ts'],
  ['src/core/history/a.ts', '../handoff/write.ts'],
  ['src/core/review/a.ts', '../handoff/write.ts'],
  ['src/core/handoff/a.ts', '../import/text.ts'],
  ['src/core/import/a.ts', '../export/html.ts'],
  ['src/core/export/a.ts', '../checks/engine.ts'],
  ['src/core/checks/a.ts', '../import/text.ts'],
  ['src/core/checks/rules/a.ts', '../../import/text.ts'],
  // The renderer's: ui ← editor, store ← features ← app, and no feature imports another.
  ['src/renderer/ui/a.ts', '../editor/editor.ts'],
  ['src/renderer/ui/a.ts', '../store/store.ts'],
  ['src/renderer/editor/a.ts', '../features/desk/desk.tsx'],
  ['src/renderer/editor/a.ts', '../store/store.ts'],
  ['src/renderer/editor/nodes/a.ts', '../../app/app.tsx'],
  ['src/renderer/store/a.ts', '../editor/editor.ts'],
  ['src/renderer/store/a.ts', '../features/desk/desk.tsx'],
  ['src/renderer/features/desk/a.ts', '../../app/app.tsx'],
  ['src/renderer/features/desk/a.ts', '../library/library.tsx'],
  ['src/renderer/features/library/a.ts', '../desk/desk.tsx'],
  ['src/renderer/features/import/panel/a.ts', '../../export/export.tsx'],
]

/** What the rules must leave alone. */
const allowed: readonly (readonly [file: string, specifier: string])[] = [
  ['src/core/schema/a.ts', 'prosemirror-model'],
  ['src/core/schema/a.ts', '@tiptap/core'],
  ['src/core/schema/a.ts', '../result.ts'],
  ['src/core/canonical.ts', '@noble/hashes/sha2.js'],
  ['src/core/history/a.ts', '../briefing/briefing.ts'],
  ['src/core/history/a.ts', 'prosemirror-transform'],
  ['src/core/import/a.ts', '../schema/doc.ts'],
  ['src/core/import/a.ts', '../handoff/write.ts'],
  ['src/core/import/markdown/a.ts', 'mdast-util-from-markdown'],
  ['src/contract/a.ts', 'zod'],
  ['src/contract/a.ts', '../core/result.ts'],
  ['src/main/files/a.ts', 'node:fs/promises'],
  ['src/main/files/a.ts', 'zod'],
  ['src/main/files/a.ts', '../../core/result.ts'],
  ['src/preload/a.ts', '../contract/bridge.ts'],
  ['src/renderer/editor/a.ts', '../ui/button.tsx'],
  ['src/renderer/ui/a.ts', '../../contract/commands.ts'],
  ['src/renderer/editor/a.ts', '../../core/review/thread.ts'],
  ['src/renderer/features/import/a.ts', '../../../core/export/html.ts'],
  ['src/renderer/features/desk/a.ts', '../../store/store.ts'],
  ['src/renderer/app/a.ts', '../features/desk/desk.tsx'],
  ['src/cli/a.ts', '../core/result.ts'],
  ['src/cli/a.ts', 'node:fs'],
  ['scripts/a.mjs', 'node:fs/promises'],
]

const other: Readonly<Record<string, string>> = {
  'src/main/menu/raw.ts': "import { ipcMain } from 'electron'\nexport const raw = ipcMain\n",
  'src/main/menu/whole.ts': "import * as electron from 'electron'\nexport const raw = electron.ipcMain\n",
  'src/main/ipc/handle.ts': "import { ipcMain } from 'electron'\nexport const raw = ipcMain\n",
  'src/preload/raw.ts': "import { ipcRenderer } from 'electron'\nexport const raw = ipcRenderer\n",
  'src/preload/invoke.ts': "import { ipcRenderer } from 'electron'\nexport const raw = ipcRenderer\n",
  'src/core/schema/cycle-a.ts': "import { b } from './cycle-b.ts'\nexport const a = () => b\n",
  'src/core/schema/cycle-b.ts': "import { a } from './cycle-a.ts'\nexport const b = () => a\n",
  'src/core/schema/any.ts': 'export const loose: any = 1\n',
  'src/core/schema/sure.ts': 'export const sure = (x: string | null) => x!\n',
  'src/core/schema/default.ts': 'export default 1\n',
  'src/core/schema/extension.ts': "import './cycle-a'\n",
}

/** One import to a file, so that a finding names it. */
const at = (file: string, index: number) => file.replace(/a\.(ts|mjs)$/, `planted-${index}.$1`)

let house: Planted
let findings: Finding[]
beforeAll(async () => {
  const plants = [...forbidden, ...allowed].map(([file, specifier], index) => [
    at(file, index),
    `import '${specifier}'\n`,
  ])
  house = await plant({ ...Object.fromEntries(plants), ...other })
  findings = await house.lint()
})
afterAll(() => house.remove())

const restrictedFiles = () => findings.filter(({ rule }) => rule === restricted).map(({ file }) => file)
const rulesFor = (path: string) => findings.filter(({ file }) => file === path).map(({ rule }) => rule)

test.for(forbidden.map((pair, index) => [...pair, index] as const))(
  '%s may not import %s',
  ([file, , index]) => {
    expect(restrictedFiles()).toContain(at(file, index))
  },
)

test.for(allowed.map((pair, index) => [...pair, forbidden.length + index] as const))(
  '%s may import %s',
  ([file, , index]) => {
    expect(restrictedFiles()).not.toContain(at(file, index))
  },
)

test('raw ipcMain lives in one file', () => {
  expect(rulesFor('src/main/menu/raw.ts')).toContain(restricted)
  expect(rulesFor('src/main/menu/whole.ts')).toContain(restricted)
  expect(rulesFor('src/main/ipc/handle.ts')).not.toContain(restricted)
})

test('raw ipcRenderer lives in one file', () => {
  expect(rulesFor('src/preload/raw.ts')).toContain(restricted)
  expect(rulesFor('src/preload/invoke.ts')).not.toContain(restricted)
})

test('import cycles are errors', () => {
  expect(rulesFor('src/core/schema/cycle-a.ts')).toContain('lint/suspicious/noImportCycles')
})

test('any, non-null assertions, default exports and imports without extension are errors', () => {
  expect(rulesFor('src/core/schema/any.ts')).toContain('lint/suspicious/noExplicitAny')
  expect(rulesFor('src/core/schema/sure.ts')).toContain('lint/style/noNonNullAssertion')
  expect(rulesFor('src/core/schema/default.ts')).toContain('lint/style/noDefaultExport')
  expect(rulesFor('src/core/schema/extension.ts')).toContain('lint/correctness/useImportExtensions')
})
