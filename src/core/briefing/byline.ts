import type { Details } from './details.ts'
import { wordingOf } from './wording.ts'

const byWords = /^(?:by|par|por|von|di|door|av|بقلم)[:\s]\s*/iu

/** The name in a byline, which may have been typed with "By" or without. */
export function bylineName(byline: string): string {
  return byline.replace(byWords, '').trim()
}

/** A byline as the page shows it, "By Nadia Osei" in the briefing's language; empty where none is given. */
export function bylineText(details: Pick<Details, 'byline' | 'language'>): string {
  const { byline } = details
  if (byline === '' || byWords.test(byline)) return byline
  return `${wordingOf(details.language).by}${byline}`
}
