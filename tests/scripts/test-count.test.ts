import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countTests } from '../../scripts/test-count.mjs'
import { put } from './registry.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-count-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const report = (...files: [status: string, ...tests: string[]][]) => {
  const path = join(folder, 'report.json')
  const testResults = files.map(([status, ...tests]) => ({
    status,
    assertionResults: tests.map(state => ({ status: state })),
  }))
  put(path, JSON.stringify({ testResults }))
  return path
}

test('adds up the tests of all files', () => {
  const path = report(['passed', 'passed', 'passed'], ['failed', 'passed', 'failed'])
  expect(countTests(path, 1)).toEqual({ passed: 3, failed: 1 })
})

test('a skipped test is not a passed one', () => {
  expect(countTests(report(['passed', 'passed', 'pending', 'todo']), 0)).toEqual({ passed: 1, failed: 2 })
})

test('a file that broke before its first test failed', () => {
  expect(countTests(report(['passed', 'passed'], ['failed']), 1)).toEqual({ passed: 1, failed: 1 })
})

test('a run without tests failed', () => {
  expect(countTests(report(), 0)).toEqual({ passed: 0, failed: 1 })
})

test('a run that wrote no report failed', () => {
  expect(countTests(join(folder, 'nothing.json'), 0)).toEqual({ passed: 0, failed: 1 })
})

test('a run that ended badly with only passed tests failed', () => {
  expect(countTests(report(['passed', 'passed']), 1)).toEqual({ passed: 1, failed: 1 })
})
