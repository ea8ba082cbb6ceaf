import { expect, test } from 'vitest'
import { type ChannelName, channels } from '../../../src/contract/channels.ts'
import { ok } from '../../../src/core/result.ts'
import { answer, type Handlers } from '../../../src/main/ipc/answer.ts'

const id = '11111111-1111-4111-8111-111111111111'

/** Handlers that only note what reached them; a channel may be given an answer of its own. */
function noting(own: Partial<Handlers> = {}) {
  const reached: [string, unknown][] = []
  const names = Object.keys(channels) as ChannelName[]
  const noted = names.map(name => [
    name,
    (request: unknown) => {
      reached.push([name, request])
      return ok(undefined)
    },
  ])
  return { reached, handlers: { ...Object.fromEntries(noted), ...own } as Handlers }
}

function reporting() {
  const reports: string[] = []
  return { reports, report: (what: string, error: unknown) => reports.push(`${what}: ${error}`) }
}

test('[E1] hands a request of the right form to its own channel', async () => {
  const { handlers, reached } = noting()
  const { report } = reporting()
  await answer(handlers, report, 'journal.read', { briefingId: id })
  expect(reached).toEqual([['journal.read', { briefingId: id }]])
})

test('[E1] refuses a channel that is not in the contract, also one that objects bring along', async () => {
  const { handlers, reached } = noting()
  const { report } = reporting()
  for (const channel of ['shell.open', 'toString', '__proto__', 'constructor', 7, undefined, { id }]) {
    expect(await answer(handlers, report, channel, undefined)).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    })
  }
  expect(reached).toEqual([])
})

test.each<[string, unknown]>([
  ['journal.read', { briefingId: '../../etc/passwd' }],
  ['journal.read', { briefingId: `${id}/../x` }],
  ['journal.read', undefined],
  ['journal.append', { briefingId: id, after: 'x', changes: [] }],
  ['backup.write', { briefingId: id, head: 'f'.repeat(64), bytes: 'text' }],
  ['file.save', { suggestedName: 'a', kind: 'exe', bytes: new Uint8Array() }],
  ['file.save', { suggestedName: '', kind: 'html', bytes: new Uint8Array() }],
  ['file.save-pdf', { suggestedName: 'a', html: 7, title: 'a' }],
  ['spelling.dictionary', { language: '../../words' }],
  ['spelling.learn', { word: ' ' }],
  ['settings.write', { theme: 'dark' }],
  ['window.describe', { title: 'a', where: 'desk', checked: ['rm'] }],
  ['window.ready', { extra: true }],
])('[E1] refuses a malformed argument: %s %j', async (channel, request) => {
  const { handlers, reached } = noting()
  const { report, reports } = reporting()
  const result = await answer(handlers, report, channel, request)
  expect(result).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
  expect(JSON.stringify(result)).toContain(channel)
  expect(reached).toEqual([])
  expect(reports).toHaveLength(1)
})

test('[E1] an unexpected error is reported here and says nothing of our insides there', async () => {
  const { report, reports } = reporting()
  const { handlers } = noting({
    'journal.list': async () => {
      throw new Error('at /home/ada/secret.ts:12')
    },
  })
  const result = await answer(handlers, report, 'journal.list', undefined)
  expect(result).toMatchObject({ ok: false, error: { code: 'refused', entry: 'journal.list' } })
  expect(JSON.stringify(result)).not.toContain('secret')
  expect(reports).toEqual(['journal.list: Error: at /home/ada/secret.ts:12'])
})
