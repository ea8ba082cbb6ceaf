import { ok, type Result } from '../../../core/result.ts'
import type { Answer, Asked, Question } from './messages.ts'

/** The languages that Galley brings a dictionary for. */
export type SpellingLanguage = 'en-GB' | 'en-US'

/** Spelling in one language. */
export interface Speller {
  readonly misspelt: (words: readonly string[]) => Promise<readonly string[]>
  readonly suggest: (word: string) => Promise<readonly string[]>
  /** Adds a word to the user's own words, for good. */
  readonly learn: (word: string) => Promise<Result<unknown>>
}

/** The dictionary for a briefing's language; British English for every English but the American; else none. */
export function spellingLanguage(language: string): SpellingLanguage | null {
  const [primary, ...rest] = language.toLowerCase().split('-')
  if (primary !== 'en') return null
  return rest.includes('us') ? 'en-US' : 'en-GB'
}

const opened = new Map<SpellingLanguage, Promise<Result<Speller>>>()

/** Opens the spelling of a language; once, as a dictionary takes most of a second to read. */
export function openSpeller(language: SpellingLanguage): Promise<Result<Speller>> {
  const known = opened.get(language)
  if (known !== undefined) return known
  const speller = open(language)
  opened.set(language, speller)
  void speller.then(result => {
    if (!result.ok) opened.delete(language)
  })
  return speller
}

async function open(language: SpellingLanguage): Promise<Result<Speller>> {
  const [dictionary, personal] = await Promise.all([
    window.galley.invoke('spelling.dictionary', { language }),
    window.galley.invoke('spelling.personal'),
  ])
  if (!dictionary.ok) return dictionary
  const ask = startWorker()
  await ask({ kind: 'load', ...dictionary.value, personal: personal.ok ? personal.value : [] })
  return ok({
    misspelt: words => ask({ kind: 'misspelt', words }),
    suggest: word => ask({ kind: 'suggest', word }),
    learn: async word => {
      await ask({ kind: 'learn', word })
      return window.galley.invoke('spelling.learn', { word })
    },
  })
}

function startWorker(): (question: Question) => Promise<readonly string[]> {
  const worker = new Worker(new URL('./spelling.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (words: readonly string[]) => void>()
  let last = 0
  worker.addEventListener('message', (event: MessageEvent<Answer>) => {
    waiting.get(event.data.number)?.(event.data.words)
    waiting.delete(event.data.number)
  })
  return question =>
    new Promise(resolve => {
      last += 1
      waiting.set(last, resolve)
      const asked: Asked = { number: last, question }
      worker.postMessage(asked)
    })
}
