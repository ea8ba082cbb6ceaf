import { renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { watchArrivals } from '../../../src/main/desk-folder/arrivals.ts'
import { realDisk } from '../../../src/main/storage/disk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { zipText } from '../../support/zip.ts'

const at = temporaryFolder()
const whole = zipText({ 'manifest.json': '{}', 'document.json': 'x'.repeat(4000) }, 0)
const larger = zipText({ 'manifest.json': '{}', 'document.json': 'y'.repeat(9000) }, 0)

/** The folder looked at when the test says so, its clock set by the test. */
function looking() {
  let time = 0
  const arrivals = watchArrivals(realDisk, at(), { settle: 1000, young: 30_000 }, () => time)
  return async (seconds: number) => {
    time = seconds * 1000
    const { files, arriving } = await arrivals.look()
    return { names: files.map(({ name }) => name), arriving }
  }
}

test('[H5] a file has arrived when it stayed the same for a second', async () => {
  const look = looking()
  writeFileSync(at('Ports.briefing'), whole)
  expect(await look(0)).toEqual({ names: [], arriving: ['Ports.briefing'] })
  expect(await look(0.9)).toEqual({ names: [], arriving: ['Ports.briefing'] })
  expect(await look(1)).toEqual({ names: ['Ports.briefing'], arriving: [] })
})

test('[H5] one that grows between two looks is waited for, however often it does', async () => {
  const look = looking()
  for (let second = 0; second < 40; second += 1) {
    writeFileSync(at('Ports.briefing'), whole.subarray(0, (second + 1) * 100))
    expect(await look(second)).toEqual({ names: [], arriving: ['Ports.briefing'] })
  }
  writeFileSync(at('Ports.briefing'), whole)
  expect((await look(40)).names).toEqual([])
  expect((await look(41)).names).toEqual(['Ports.briefing'])
})

test('[H5] one that is cut short is waited for while it is young, and only then shown as it is', async () => {
  const look = looking()
  writeFileSync(at('Ports.briefing'), whole.subarray(0, whole.length - 30))
  await look(0)
  expect(await look(5)).toEqual({ names: [], arriving: ['Ports.briefing'] })
  expect(await look(29)).toEqual({ names: [], arriving: ['Ports.briefing'] })
  expect(await look(30)).toEqual({ names: ['Ports.briefing'], arriving: [] })
})

test('[H5] one whose room was set aside before its bytes came is waited for', async () => {
  const look = looking()
  writeFileSync(at('Ports.briefing'), new Uint8Array(whole.length))
  utimesSync(at('Ports.briefing'), 1000, 1000)
  await look(0)
  expect((await look(2)).names).toEqual([])
  writeFileSync(at('Ports.briefing'), whole)
  utimesSync(at('Ports.briefing'), 1000, 1000)
  expect((await look(3)).names).toEqual(['Ports.briefing'])
})

test('[H5] a replaced file is waited for anew, and one that goes is forgotten', async () => {
  const look = looking()
  writeFileSync(at('Ports.briefing'), whole)
  await look(0)
  expect((await look(1)).names).toEqual(['Ports.briefing'])
  writeFileSync(at('Ports.briefing'), larger)
  expect((await look(2)).names).toEqual([])
  expect((await look(3)).names).toEqual(['Ports.briefing'])
  rmSync(at('Ports.briefing'))
  expect((await look(4)).names).toEqual([])
})

test('[H5] what sync engines name while they write does not count, and what they rename it to does', async () => {
  const look = looking()
  for (const name of [
    '.syncthing.Ports.briefing.tmp',
    '.Ports.briefing',
    '~Ports.briefing',
    'Ports.briefing.part',
  ]) {
    writeFileSync(at(name), whole)
  }
  await look(0)
  expect(await look(2)).toEqual({ names: [], arriving: [] })
  renameSync(at('.syncthing.Ports.briefing.tmp'), at('Ports.briefing'))
  await look(3)
  expect((await look(4)).names).toEqual(['Ports.briefing'])
})

test('[H5] conflict copies count like any file, whatever the engine calls them', async () => {
  const look = looking()
  const names = [
    'Ports (Ada’s conflicted copy 2026-11-22).briefing',
    'Ports (conflicted copy 2026-11-22 101010).briefing',
    'Ports.sync-conflict-20261122-101010-ABCDEFG.briefing',
  ]
  for (const name of names) writeFileSync(at(name), whole)
  await look(0)
  expect((await look(1)).names).toEqual(names)
})

test('[H5] links and folders are left alone', async () => {
  const look = looking()
  writeFileSync(at('elsewhere.txt'), whole)
  symlinkSync(at('elsewhere.txt'), at('Link.briefing'))
  symlinkSync(at(), at('Folder.briefing'))
  await look(0)
  expect(await look(2)).toEqual({ names: [], arriving: [] })
})

test('[H5] looking again at 500 files that are known reads none of them', async () => {
  for (let index = 0; index < 500; index += 1) writeFileSync(at(`Briefing ${index}.briefing`), whole)
  let opened = 0
  let time = 0
  const counting = {
    ...realDisk,
    open: (...args: Parameters<typeof realDisk.open>) => {
      opened += 1
      return realDisk.open(...args)
    },
  }
  const arrivals = watchArrivals(counting, at(), { settle: 1000, young: 30_000 }, () => time)
  await arrivals.look()
  time = 1000
  expect((await arrivals.look()).files).toHaveLength(500)
  expect(opened).toBe(500)
  time = 2000
  expect((await arrivals.look()).files).toHaveLength(500)
  expect(opened).toBe(500)
})
