import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { outline } from '../../../src/core/briefing/outline.ts'
import { addTag } from '../../../src/renderer/features/desk/add-tag.ts'
import { languageName } from '../../../src/renderer/features/desk/languages.ts'
import {
  outlineLabel,
  outlineLevels,
  spokenLabel,
} from '../../../src/renderer/features/desk/outline-label.ts'
import { savedWords } from '../../../src/renderer/features/desk/saved-words.ts'
import { spellingWords } from '../../../src/renderer/features/desk/spelling-words.ts'
import { readingTime, wordCount } from '../../../src/renderer/features/desk/word-counts.ts'
import {
  body,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  posOf,
  pullQuote,
  section,
  subsection,
} from '../../support/builders.ts'

describe('[D7] the status bar', () => {
  const text = doc(headline('One two three'), body(p('four five')))
  const state = EditorState.create({ doc: text })

  test('counts the words of all fields', () => {
    expect(wordCount(state)).toBe('5 words')
    expect(wordCount(EditorState.create({ doc: doc(headline('One')) }))).toBe('1 word')
  })

  test('counts what is selected, also across fields', () => {
    const selected = (from: string, to: string) =>
      state.apply(
        state.tr.setSelection(TextSelection.create(text, posOf(text, from), posOf(text, to) + to.length)),
      )
    expect(wordCount(selected('two', 'two'))).toBe('1 of 5 words')
    expect(wordCount(selected('three', 'four'))).toBe('2 of 5 words')
  })

  test('says no reading time for an empty briefing', () => {
    expect(readingTime(state)).toBe('1 min read')
    expect(readingTime(EditorState.create({ doc: doc() }))).toBe('')
  })

  test('[S3] says when the text was saved, and on another day which', () => {
    const at = new Date(2026, 2, 18, 11, 14)
    expect(savedWords({ kind: 'saved', at }, new Date(2026, 2, 18, 12))).toBe('Saved 11:14')
    expect(savedWords({ kind: 'saved', at }, new Date(2026, 2, 19, 12))).toBe('Saved 18 March, 11:14')
    expect(savedWords({ kind: 'saving' }, at)).toBe('Saving…')
    expect(savedWords({ kind: 'failed', failure: { code: 'store.failed', message: 'Full' } }, at)).toBe(
      'Not saved',
    )
  })

  test('names the language and says where it has no dictionary', () => {
    expect(languageName('en-gb')).toBe('English (UK)')
    expect(languageName('pt-BR')).toBe('Brazilian Portuguese')
    expect(languageName('not a tag')).toBe('not a tag')
    expect(spellingWords('en-GB', true)).toBe('Spelling on')
    expect(spellingWords('en-US', false)).toBe('Spelling off')
    expect(spellingWords('fr', true)).toBe('No spelling for French')
  })
})

describe('[D3] the words of the outline', () => {
  const entries = outline(
    doc(
      keyPoints(kp('one')),
      body(section(), p('a b'), subsection('Ports'), pullQuote('We go'), section('Next')),
    ),
  )
  const [, , points, untitled, ports, quote, next] = entries

  test('an empty heading is an untitled section', () => {
    expect(untitled && outlineLabel(untitled)).toEqual({ text: 'Untitled section', own: false })
    expect(next && outlineLabel(next)).toEqual({ text: 'Next', own: true })
  })

  test('an entry is read out with what it is and how long', () => {
    expect(points && spokenLabel(points)).toBe('Key points, 1 point')
    expect(ports && spokenLabel(ports)).toBe('Ports, 2 words')
    expect(quote && spokenLabel(quote)).toBe('Pull quote: We go, 2 words')
  })

  test('a quote stands one deeper than the part it is in', () => {
    expect(outlineLevels(entries)).toEqual([1, 1, 1, 1, 2, 3, 1])
  })
})

describe('[D5] adding tags', () => {
  test('commas part them, and known ones are not added again', () => {
    expect(addTag(['ports'], ' climate , Ports,  flood   plan ')).toEqual(['ports', 'climate', 'flood plan'])
  })

  test('nothing to add gives the same list back', () => {
    const tags = ['ports']
    expect(addTag(tags, ' , ')).toBe(tags)
  })
})
