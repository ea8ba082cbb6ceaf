import { describe, expect, test } from 'vitest'
import { createSearchIndex } from '../../../src/renderer/store/search/index.ts'
import { termsOf, wordsOf } from '../../../src/renderer/store/search/terms.ts'

describe('words', () => {
  test('letters are compared without diacritics and case', () => {
    expect(wordsOf('Zażółć Straße Ærø ﬁnale İstanbul')).toEqual([
      'zazolc',
      'strasse',
      'aero',
      'finale',
      'istanbul',
    ])
  })

  test('apostrophes and hyphens part words; figures are words', () => {
    expect(wordsOf('port’s well-known €2.4bn')).toEqual(['port', 's', 'well', 'known', '2', '4bn'])
  })

  test('scripts without spaces give a word a letter, others stay whole', () => {
    expect(wordsOf('東京 мосты الجسور')).toEqual(['東', '京', 'мосты', 'الجسور'])
  })

  test('each word is kept once', () => {
    expect(termsOf('Port, port, PORTS')).toBe('port ports')
  })
})

describe('the index', () => {
  const index = createSearchIndex()
  index.put('a', termsOf('Harbour cities agree a flood plan'))
  index.put('b', termsOf('Flooded cities'))

  test('every word of the query begins a word', () => {
    expect(index.find('flood')).toEqual(['a', 'b'])
    expect(index.find('flood harb')).toEqual(['a'])
    expect(index.find('cit cities')).toEqual(['a', 'b'])
    expect(index.find('lood')).toEqual([])
    expect(index.find(' – ')).toEqual([])
  })

  test('new words take the place of the old ones, and what is removed is not found', () => {
    const changing = createSearchIndex()
    changing.put('a', 'harbour')
    changing.put('a', 'quay')
    expect(changing.find('harbour')).toEqual([])
    expect(changing.find('quay')).toEqual(['a'])
    changing.remove('a')
    expect(changing.find('quay')).toEqual([])
  })
})
