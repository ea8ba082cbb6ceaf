import type { Details } from '../briefing/details.ts'
import { mainDirection } from '../briefing/direction.ts'

/** How much of a text is looked at: its language does not change after a few pages. */
const sampleLength = 20_000

/** Frequent short words that are rare in the other languages of the list. */
const shortWords: Readonly<Record<string, ReadonlySet<string>>> = {
  'en-GB': words('the and of to in is that for with on was are by from has its will this an as at'),
  fr: words('le la les des et est dans une du que pour par sur au aux qui ont cette son ses'),
  de: words('der die und das den von mit ist für im ein eine nicht dem des auf sich werden zu'),
  es: words('el los las que en del para una con por su se ha como más al sobre y es'),
  it: words('il di che per della un con non del gli nel dei alla sono è più anche le la'),
  nl: words('de het een van en dat op voor met zijn niet aan ook door te bij naar is in'),
  pt: words('o os que do da em para uma com não ao dos das pela pelo mais no na e'),
  pl: words('w i z na do się nie że jest przez od po oraz dla są za który'),
  sv: words('och att det som på är för av den med till har inte om ett en'),
  tr: words('ve bir bu için ile olarak olan daha çok da de ise'),
}

/** Scripts that (nearly) name a language. The first that a text's letters are mostly written in counts. */
const scripts: ReadonlyArray<readonly [letters: RegExp, language: (text: string) => string]> = [
  [/\p{Script=Arabic}/gu, arabicScript],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Cyrillic}/gu, text => (/[іїєґ]/iu.test(text) ? 'uk' : 'ru')],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Han}/gu, () => 'zh'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
]

/**
 * The language a text seems to be written in, from its script and its short words, and the direction most of
 * its letters run. Where neither tells, it is British English from left to right, as in a new briefing.
 */
export function guessLanguage(text: string): Pick<Details, 'language' | 'direction'> {
  const sample = text.slice(0, sampleLength)
  return { language: languageOf(sample), direction: mainDirection(sample) ?? 'ltr' }
}

function languageOf(sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  for (const [pattern, language] of scripts) {
    // Japanese is mostly Han letters, with enough kana between them to tell.
    const share = pattern.source.includes('Hiragana') ? 0.1 : 0.5
    if ((sample.match(pattern)?.length ?? 0) > letters * share) return language(sample)
  }
  const found = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  let best = 'en-GB'
  let most = 0
  for (const [language, short] of Object.entries(shortWords)) {
    const count = found.filter(word => short.has(word)).length
    if (count > most) {
      best = language
      most = count
    }
  }
  // A few short words in a heading or two say nothing.
  return most >= 3 ? best : 'en-GB'
}

/** Persian and Urdu write yeh and kaf with letters of their own, and each has letters that Arabic lacks. */
function arabicScript(text: string): string {
  if (/[ٹڈڑں]/u.test(text)) return 'ur'
  return /[پچژگ]/u.test(text) && /[یک]/u.test(text) ? 'fa' : 'ar'
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
