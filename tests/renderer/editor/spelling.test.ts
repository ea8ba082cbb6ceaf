import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nspell from 'nspell'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Dictionary, isMisspelt, suggestions } from '../../../src/renderer/editor/spelling/judge.ts'
import { spellingLanguage } from '../../../src/renderer/editor/spelling/speller.ts'
import { wordAt } from '../../../src/renderer/editor/spelling/word-at.ts'
import { body, bold, doc, p, posOf } from '../../support/builders.ts'

const require = createRequire(import.meta.url)

function dictionary(name: string): Dictionary {
  const folder = dirname(require.resolve(name))
  const file = (ending: string) => readFileSync(join(folder, `index.${ending}`), 'utf8')
  return nspell(file('aff'), file('dic'))
}

describe('[D7] spelling', () => {
  let british: Dictionary
  let american: Dictionary
  beforeAll(() => {
    british = dictionary('dictionary-en-gb')
    american = dictionary('dictionary-en')
  })

  it('knows British from American English', () => {
    expect(isMisspelt('harbour', british)).toBe(false)
    expect(isMisspelt('harbor', british)).toBe(true)
    expect(isMisspelt('harbour', american)).toBe(true)
    expect(isMisspelt('harbor', american)).toBe(false)
  })

  it.each([
    '2.5bn',
    'G20',
    'NATO',
    'UNHCR',
    'iPhone',
    'example.org',
    'press@example.org',
    'a',
    'well-known',
    'don’t',
    "don't",
    'government’s',
    'вода',
    'Rotterdam',
  ])('lets “%s” pass', word => {
    expect(isMisspelt(word, british)).toBe(false)
  })

  it.each(['teh', 'recieve', 'well-knwon', 'goverment’s'])('finds “%s”', word => {
    expect(isMisspelt(word, british)).toBe(true)
  })

  it('suggests what was meant, swapped letters first', () => {
    expect(suggestions('teh', british)[0]).toBe('the')
    expect(suggestions('recieve', british)).toContain('receive')
    expect(suggestions('dont’', british).every(word => !word.includes("'"))).toBe(true)
  })

  it('takes its dictionary from the briefing’s language', () => {
    expect(spellingLanguage('en-US')).toBe('en-US')
    expect(spellingLanguage('en')).toBe('en-GB')
    expect(spellingLanguage('en-AU')).toBe('en-GB')
    expect(spellingLanguage('fr')).toBeNull()
  })

  it('finds the word at a position, across formatting', () => {
    const text = doc(body(p('We ', bold('re'), 'cieve it')))
    const place = wordAt(text, posOf(text, 'recieve') + 3)
    expect(place?.word).toBe('recieve')
    expect(wordAt(text, 1)).toBeNull()
  })
})
