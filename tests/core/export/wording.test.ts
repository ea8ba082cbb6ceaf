import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { wordingOf } from '../../../src/core/briefing/wording.ts'

const css = readFileSync(new URL('../../../src/core/export/page.css', import.meta.url), 'utf8')

/** The marks that page.css gives a language: those of the last rule that names it, else the page's own. */
function marksInCss(language: string): string[] {
  const rules = [...css.matchAll(/([^{}]+)\{[^{}]*quotes: ([^;]+);/g)]
  const named = rules.filter(([, selector = '']) => selector.includes(`:lang(${language})`))
  const marks = (named[named.length - 1] ?? rules[0])?.[2] ?? ''
  return [...marks.matchAll(/'([^']+)'/g)]
    .slice(0, 2)
    .map(([, mark = '']) => mark.replace(/\\202f/g, '\u202f'))
}

it.each([
  ...['en', 'fr', 'ar', 'fa', 'es', 'it', 'pt', 'ru', 'uk', 'el', 'no', 'nb', 'nn', 'de', 'cs', 'bg', 'pl'],
  ...['hu', 'ro', 'sv', 'fi', 'ja', 'zh-TW', 'zh-Hant', 'tr'],
])('[P1] a pull quote has the same marks on the desk as in the export: %s', language => {
  const { openQuote, closeQuote } = wordingOf(language)
  expect(marksInCss(language)).toEqual([openQuote, closeQuote])
})
