import { languageName } from './languages.ts'

/** Whether spelling is checked, in words. Galley brings dictionaries for British and American English. */
export function spellingWords(language: string, on: boolean): string {
  if (!/^en(-|$)/i.test(language)) return `No spelling for ${languageName(language)}`
  return on ? 'Spelling on' : 'Spelling off'
}
