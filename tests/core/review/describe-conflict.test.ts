import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeConflict } from '../../../src/core/review/describe-conflict.ts'

const core = resolve(import.meta.dirname, '../../../src/core')

/** The wishes that the code of merging names, as it names them. */
function wishes(): string[] {
  const files = ['history', 'handoff'].flatMap(folder =>
    readdirSync(join(core, folder)).map(name => readFileSync(join(core, folder, name), 'utf8')),
  )
  const quoted = files.flatMap(text => [...text.matchAll(/['`]((?:To|Claims) [^'`\n]+)['`]/gu)])
  return [...new Set(quoted.map(([, wish = '']) => wish.replace(/\$\{.+?\}/gu, 'so')))]
}

describe('[H3] a conflict in words', () => {
  test('says each wish that merging can leave open', () => {
    const all = wishes()
    expect(all.length).toBeGreaterThan(15)
    const unsaid = all.filter(wish => {
      const { did } = describeConflict({ wanted: wish, content: 'x', kind: 'lost' })
      return did.startsWith('Wanted to') && !/suggestion$|thread$/u.test(did)
    })
    // Those whose own words are the best there are.
    expect(unsaid.sort()).toEqual(['To mark as not so', 'To mark as so', 'To set so to so'])
  })

  test('offers to put in only words that are nowhere', () => {
    const insertable = (wanted: string, content = 'old ') =>
      describeConflict({ wanted, content, kind: 'lost' }).insertable
    expect(insertable('To put in words where the text is gone')).toBe(true)
    expect(insertable('Claims the id of another change')).toBe(true)
    expect(insertable('Claims the id of another change', '')).toBe(false)
    expect(insertable('To split a block')).toBe(false)
    expect(insertable('To delete or join')).toBe(false)
    expect(insertable('To change a comment')).toBe(false)
  })

  test('says what it does not know as it stands', () => {
    expect(describeConflict({ wanted: 'To turn a figure', content: '', kind: 'overlap' })).toEqual({
      did: 'Wanted to turn a figure',
      words: 'named',
      outcome: 'It was done, but met other work here.',
      insertable: false,
    })
    expect(
      describeConflict({ wanted: 'To accept another’s suggestion', content: '', kind: 'lost' }).did,
    ).toBe('Wanted to accept a suggestion')
    expect(describeConflict({ wanted: 'To set the slug', content: '', kind: 'proposal' }).did).toBe(
      'Proposed the slug',
    )
  })
})
