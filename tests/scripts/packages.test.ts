import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packagesAreInstalled } from '../../scripts/packages.mjs'
import { put } from './registry.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-packages-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages })
const zod = { version: '4.0.0', integrity: 'sha512-a' }
const native = { version: '1.0.0', integrity: 'sha512-b', optional: true }

function lay(wanted: object, installed: object | null) {
  put(join(folder, 'package-lock.json'), lock({ '': { name: 'galley' }, ...wanted }))
  if (installed) put(join(folder, 'node_modules/.package-lock.json'), lock(installed))
}

test('nothing installed is missing', () => {
  lay({ 'node_modules/zod': zod }, null)
  expect(packagesAreInstalled(folder)).toBe(false)
})

test('the same versions are installed, whatever optional ones other systems have', () => {
  lay({ 'node_modules/zod': zod, 'node_modules/native': native }, { 'node_modules/zod': zod })
  expect(packagesAreInstalled(folder)).toBe(true)
})

test('another version, or another content, is stale', () => {
  lay({ 'node_modules/zod': zod }, { 'node_modules/zod': { ...zod, version: '3.0.0' } })
  expect(packagesAreInstalled(folder)).toBe(false)
  lay({ 'node_modules/zod': zod }, { 'node_modules/zod': { ...zod, integrity: 'sha512-c' } })
  expect(packagesAreInstalled(folder)).toBe(false)
})

test('a broken-off installation is missing', () => {
  lay({ 'node_modules/zod': zod }, null)
  put(join(folder, 'node_modules/.package-lock.json'), '{"packages":')
  expect(packagesAreInstalled(folder)).toBe(false)
})
