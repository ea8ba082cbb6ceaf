import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 */

/** @typedef {{ status: string, assertionResults: { status: string }[] }} FileResult as vitest's JSON report has it */

/**
 * What a vitest run came to, from its JSON report. A skipped test counts as failed, for it was not seen to
 * work; so does a file that broke outside its tests, and a run in which nothing ran or no report was written.
 * @param {string} report a path
 * @param {number} exitCode the run's
 * @returns {Count}
 */
export function countTests(report, exitCode) {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  /** @type {{ testResults: FileResult[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  let passed = 0
  let failed = 0
  for (const { status, assertionResults } of testResults) {
    const good = assertionResults.filter(test => test.status === 'passed').length
    passed += good
    failed += assertionResults.length - good
    if (status === 'failed' && good === assertionResults.length) failed += 1
  }
  if (failed === 0 && (exitCode !== 0 || passed === 0)) failed = 1
  return { passed, failed }
}
