import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { noHandoff } from '../../../src/core/briefing/handoff.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { replay } from '../../../src/core/history/log.ts'
import { frozenSample } from '../../fixtures/sample.ts'
import { expectOk } from '../../support/log.ts'

it.each([1])('[H1] a file of format version %i, as the Galley of its time wrote it, is read', version => {
  const bytes = readFileSync(resolve(import.meta.dirname, `../../fixtures/format-${version}.briefing`))
  const read = expectOk(readBriefingFile(new Uint8Array(bytes), 'frozen.briefing'))
  const { origin, changes } = frozenSample()
  expect(read.manifest.formatVersion).toBe(version)
  expect([read.origin, read.changes]).toEqual([origin, changes])
  expect(read.briefing.doc.eq(expectOk(replay(origin, changes)).doc)).toBe(true)
  expect(read.briefing.records.threads.size).toBe(1)
  expect(read.briefing.records.handoff).toEqual(noHandoff)
})
