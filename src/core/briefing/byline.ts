import type { Details } from './details.ts'
import { wordingOf } from './wording.ts'

type BylineDetails = Pick<Details, 'byline' | 'language'>

/** The name in a byline, which may have been typed with "By" (in the briefing's language) or without. */
export function bylineName({ byline, language }: BylineDetails): string {
  for (const by of [wordingOf(language).by, 'By ']) {
    if (byline.toLowerCase().startsWith(by.toLowerCase())) return byline.slice(by.length).trim()
  }
  return byline
}

/** A byline as the page shows it, "By Nadia Osei" in the briefing's language; empty where none is given. */
export function bylineText(details: BylineDetails): string {
  const name = bylineName(details)
  return name === '' ? '' : `${wordingOf(details.language).by}${name}`
}
