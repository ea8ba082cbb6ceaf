import { mkdirSync, rmSync } from 'node:fs'
import { browser, syncEngine } from './debian.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { command, SetupFailure, say } from './say.mjs'
import { setUp } from './setup.mjs'
import { countTests } from './test-count.mjs'

/** @typedef {import('./test-count.mjs').Count} Count */

const reports = inProject('out', 'test-results')

/**
 * A check that is one test: it passes or it does not.
 * @param {string} script of package.json
 * @returns {() => Promise<Count>}
 */
const script = script => async () => {
  const { code } = await run('npm', ['run', '--silent', script])
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/**
 * Tests that vitest runs and counts.
 * @param {string} name of the report
 * @param {string[]} projects of vitest.config.ts
 * @returns {() => Promise<Count>}
 */
const tests = (name, projects) => async () => {
  const report = `${reports}/${name}.json`
  const chosen = projects.flatMap(project => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...chosen,
    ...reporters,
  ])
  return countTests(report, code)
}

/** @type {[name: string, step: () => Promise<Count>][]} */
const steps = [
  ['set up and build', () => setUp([browser, syncEngine]).then(() => ({ passed: 1, failed: 0 }))],
  ['format and lint', script('lint')],
  ['types', script('types')],
  ['unused', script('unused')],
  ['unit tests', tests('unit', ['node', 'renderer', 'rooms'])],
  ['tests in the window', tests('e2e', ['e2e'])],
]

/**
 * Everything that must hold, on a checkout in any state. The last line says how much did.
 */
await command(async () => {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  let passed = 0
  let failed = 0
  /** @type {string[]} */
  const summary = []
  for (const [name, step] of steps) {
    say(`\n── ${name}`)
    const count = await step().catch(error => {
      if (!(error instanceof SetupFailure)) throw error
      say(error.message)
      return { passed: 0, failed: 1 }
    })
    passed += count.passed
    failed += count.failed
    summary.push(`${count.failed > 0 ? '✗' : '✓'} ${name}: ${count.passed} passed, ${count.failed} failed`)
  }
  say(`\n${summary.join('\n')}`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
})
