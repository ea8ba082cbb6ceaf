import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { type DeskFolderService, openDeskFolder } from '../../../src/main/desk-folder/desk-folder.ts'
import { nothingRemembered, rememberedSchema } from '../../../src/main/remembered.ts'
import { realDisk } from '../../../src/main/storage/disk.ts'
import { openJsonFile } from '../../../src/main/storage/json-file.ts'
import { watchedDisk } from '../../support/failing-disk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { zipText } from '../../support/zip.ts'

const at = temporaryFolder()
const ports = '11111111-1111-4111-8111-111111111111'
const cities = '22222222-2222-4222-8222-222222222222'
const bytes = (text: string) => zipText({ 'manifest.json': text })

const opened: DeskFolderService[] = []
afterEach(() => {
  for (const service of opened.splice(0)) service.stop()
})

/** A machine with a profile of its own and the shared folder. */
async function machine(profile: string, disk = realDisk) {
  mkdirSync(at('shared'), { recursive: true })
  const told: unknown[] = []
  const open = async () => {
    const remembered = await openJsonFile(
      disk,
      at(profile, 'remembered.json'),
      rememberedSchema,
      nothingRemembered,
      () => new Date(),
    )
    const times = { settle: 60, young: 400, poll: 100 }
    const service = openDeskFolder(disk, remembered, change => told.push(change), vi.fn(), times)
    opened.push(service)
    return service
  }
  const service = await open()
  return { service, told, restart: open }
}

const shared = () => readdirSync(at('shared')).toSorted()
const soon = { timeout: 5000, interval: 20 }

test('[H5] two machines that write the same briefing never write the same file', async () => {
  const [a, b] = [await machine('a'), await machine('b')]
  for (const { service } of [a, b]) {
    await service.use(at('shared'))
    const written = await service.write({ id: ports, stem: 'Ports', bytes: bytes('one') })
    expect(written).toMatchObject({
      ok: true,
      value: { name: expect.stringMatching(/^Ports – \w{6}\.briefing$/) },
    })
  }
  expect(shared()).toHaveLength(2)
})

test('[H5] a briefing keeps its file when its title changes, also over a restart; another of that title gets its own', async () => {
  const { service, restart } = await machine('a')
  await service.use(at('shared'))
  await service.write({ id: ports, stem: 'Ports', bytes: bytes('one') })
  await service.write({ id: cities, stem: 'ports', bytes: bytes('other') })
  const again = await restart()
  const written = await again.write({ id: ports, stem: 'Harbours', bytes: bytes('two') })
  expect(shared().map(name => name.replace(/ – \w{6}/, ''))).toEqual(['Ports.briefing', 'ports 2.briefing'])
  if (!written.ok) throw new Error(written.error.message)
  expect(readFileSync(at('shared', written.value.name))).toEqual(Buffer.from(bytes('two')))
})

test('[H5] what somebody else wrote under this machine’s name stays, and the machine takes a new one', async () => {
  const { service } = await machine('a')
  await service.use(at('shared'))
  await service.write({ id: ports, stem: 'Ports', bytes: bytes('mine') })
  const [first = ''] = shared()
  writeFileSync(at('shared', first), bytes('a copied profile’s'))
  const written = await service.write({ id: ports, stem: 'Ports', bytes: bytes('mine, later') })
  expect(written).toMatchObject({ ok: true, value: { name: expect.not.stringMatching(first) } })
  expect(readFileSync(at('shared', first))).toEqual(Buffer.from(bytes('a copied profile’s')))
  expect(shared()).toHaveLength(2)
})

test('[F2] a write that fails leaves the file as it was, and the next one goes to the same name', async () => {
  const watched = watchedDisk()
  const { service } = await machine('a', watched.disk)
  await service.use(at('shared'))
  await service.write({ id: ports, stem: 'Ports', bytes: bytes('one') })
  // The first is that of what the machine remembers of it.
  watched.failOn = { name: 'rename', after: 1 }
  const failed = await service.write({ id: ports, stem: 'Ports', bytes: bytes('two') })
  expect(failed).toMatchObject({ ok: false, error: { code: 'file.disk-full' } })
  const [name = ''] = shared()
  expect(readFileSync(at('shared', name))).toEqual(Buffer.from(bytes('one')))
  await service.write({ id: ports, stem: 'Ports', bytes: bytes('three') })
  expect(shared()).toEqual([name])
  expect(readFileSync(at('shared', name))).toEqual(Buffer.from(bytes('three')))
})

test('[H5] tells of what arrives once it is there, and not of what is still being written', async () => {
  const { service, told } = await machine('a')
  await service.use(at('shared'))
  const whole = bytes('x'.repeat(2000))
  writeFileSync(at('shared', 'Slow.briefing'), whole.subarray(0, 40))
  writeFileSync(at('shared', 'Quick.briefing'), whole)
  await vi.waitFor(
    () => expect(service.list().files.map(({ name }) => name)).toEqual(['Quick.briefing']),
    soon,
  )
  writeFileSync(at('shared', 'Slow.briefing'), whole)
  await vi.waitFor(() => expect(service.list().files).toHaveLength(2), soon)
  expect(told.at(-1)).toMatchObject({ folder: { name: 'shared', isThere: true }, files: [{}, {}] })
  expect(await service.read('Slow.briefing')).toMatchObject({ ok: true, value: { name: 'Slow.briefing' } })
})

test('[H5] a folder that goes away is said, looked for, and found again', async () => {
  const { service, told } = await machine('a')
  writeFileSync(at('shared', 'Ports.briefing'), bytes('one'))
  await service.use(at('shared'))
  await vi.waitFor(() => expect(service.list().files).toHaveLength(1), soon)
  renameSync(at('shared'), at('unplugged'))
  await vi.waitFor(() => expect(service.describe()?.isThere).toBe(false), soon)
  expect(told.at(-1)).toMatchObject({ folder: { isThere: false }, files: [] })
  expect(await service.write({ id: ports, stem: 'Ports', bytes: bytes('two') })).toMatchObject({ ok: false })
  expect(existsSync(at('shared'))).toBe(false)
  renameSync(at('unplugged'), at('shared'))
  await vi.waitFor(() => expect(service.list().files).toHaveLength(1), soon)
  expect(service.describe()?.isThere).toBe(true)
})

test('[H5] the folder is remembered until it is left', async () => {
  const { service, restart } = await machine('a')
  await service.use(at('shared'))
  const again = await restart()
  expect(again.describe()).toMatchObject({ path: at('shared') })
  await again.leave()
  expect(again.describe()).toBeNull()
  expect((await restart()).describe()).toBeNull()
  expect(await again.write({ id: ports, stem: 'Ports', bytes: bytes('one') })).toMatchObject({ ok: false })
  expect(await again.read('Ports.briefing')).toMatchObject({ ok: false })
})

test('[E1] nothing outside the folder is read, by no name and through no link', async () => {
  const { service } = await machine('a')
  await service.use(at('shared'))
  writeFileSync(at('Secret.briefing'), bytes('secret'))
  symlinkSync(at('Secret.briefing'), at('shared', 'Link.briefing'))
  for (const name of [
    '../Secret.briefing',
    '..',
    at('Secret.briefing'),
    'Link.briefing',
    '.hidden.briefing',
    'a.txt',
  ]) {
    expect(await service.read(name)).toMatchObject({ ok: false })
  }
})

test('[H5] half-written files of this machine are removed at the next start, those of others never', async () => {
  const { service, restart } = await machine('a')
  await service.use(at('shared'))
  await service.write({ id: ports, stem: 'Ports', bytes: bytes('one') })
  const own = / – (\w{6})\./.exec(shared()[0] ?? '')?.[1]
  writeFileSync(at('shared', `~galley-${own}-0123456789abcdef.tmp`), 'half')
  writeFileSync(at('shared', '~galley-zzzzzz-0123456789abcdef.tmp'), 'another’s half')
  await restart()
  await vi.waitFor(() => expect(shared().filter(name => name.endsWith('.tmp'))).toHaveLength(1), soon)
  expect(shared()).toContain('~galley-zzzzzz-0123456789abcdef.tmp')
})

test('[H5] a folder that may not be written to is refused when it is chosen', async () => {
  const { service } = await machine('a')
  writeFileSync(at('file'), '')
  expect(await service.use(at('file'))).toMatchObject({ ok: false })
  expect(await service.use(at('nothing'))).toMatchObject({ ok: false })
  expect(service.describe()).toBeNull()
})
