import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { expect, test } from 'vitest'
import { writeAtomically } from '../../../src/main/storage/atomic.ts'
import { realDisk } from '../../../src/main/storage/disk.ts'
import { writeFailure } from '../../../src/main/storage/failures.ts'
import { removeLeftovers } from '../../../src/main/storage/leftovers.ts'
import { watchedDisk } from '../../support/failing-disk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const at = temporaryFolder()

test('[F2] writes a new file, and replaces an old one', async () => {
  await writeAtomically(realDisk, at('a.txt'), 'one')
  await writeAtomically(realDisk, at('a.txt'), Buffer.from('two'))
  expect(readFileSync(at('a.txt'), 'utf8')).toBe('two')
  expect(readdirSync(at())).toEqual(['a.txt'])
})

test('[F2] whichever step fails, the old file is whole until the new one is, and no half file stays', async () => {
  const counting = watchedDisk()
  await writeAtomically(counting.disk, at('count.txt'), 'x')
  expect(counting.done).toEqual(['open', 'writeFile', 'sync', 'rename', 'open', 'sync'])

  for (let step = 0; step < counting.done.length; step++) {
    const name = `file-${step}.txt`
    writeFileSync(at(name), 'old')
    const watched = watchedDisk()
    watched.failAt = step
    await expect(writeAtomically(watched.disk, at(name), 'new')).rejects.toThrow('ENOSPC')
    const isRenamed = step > counting.done.indexOf('rename')
    expect(readFileSync(at(name), 'utf8')).toBe(isRenamed ? 'new' : 'old')
  }
  expect(readdirSync(at()).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test('[F2] leaves a folder of that name alone', async () => {
  mkdirSync(at('folder'))
  writeFileSync(at('folder', 'inside.txt'), 'kept')
  await expect(writeAtomically(realDisk, at('folder'), 'x')).rejects.toMatchObject({ code: 'EISDIR' })
  expect(readFileSync(at('folder', 'inside.txt'), 'utf8')).toBe('kept')
})

test('follows a link and keeps the permissions of the file behind it', async () => {
  writeFileSync(at('real.txt'), 'old')
  chmodSync(at('real.txt'), 0o640)
  symlinkSync(at('real.txt'), at('link.txt'))
  await writeAtomically(realDisk, at('link.txt'), 'new')
  expect(readFileSync(at('real.txt'), 'utf8')).toBe('new')
  expect(statSync(at('real.txt')).mode & 0o777).toBe(0o640)
})

test('what a kill left behind is removed at the next start, and nothing else', async () => {
  writeFileSync(at('.galley-0123456789abcdef.tmp'), 'half')
  writeFileSync(at('.galley-notes.tmp'), 'mine')
  await removeLeftovers(realDisk, at())
  await removeLeftovers(realDisk, at('no-such-folder'))
  expect(readdirSync(at())).toEqual(['.galley-notes.tmp'])
})

test('[F2] says in plain words why a file was not written', () => {
  const failed = (code: string) => writeFailure(Object.assign(new Error(code), { code }), 'a.html').error
  expect(failed('ENOSPC')).toMatchObject({ code: 'file.disk-full', file: 'a.html' })
  expect(failed('EACCES')).toMatchObject({ code: 'file.unwritable', entry: 'EACCES' })
  expect(failed('EROFS').message).toContain('only be read')
  expect(failed('EISDIR').message).toContain('folder of that name')
  expect(failed('EIO').message).toContain('unchanged')
})
