import { fields } from '../../../core/briefing/briefing.ts'
import type { Publication, ReviewChoices } from '../../../core/export/publication.ts'

/** What of a review is not finished. */
export interface Unfinished {
  readonly suggestions: number
  readonly openThreads: number
  /** Open and resolved. */
  readonly threads: number
  /** Conflicts of returns that nobody has dealt with. */
  readonly conflicts: number
}

/** What the export says of a review that is not finished (P3). */
export function reviewRemarks(
  { suggestions, openThreads, conflicts }: Unfinished,
  { suggestions: choice, comments }: ReviewChoices,
): string[] {
  const done = { accept: 'written as accepted', reject: 'left out', show: 'shown' }[choice]
  const found: string[] = []
  if (conflicts === 1) found.push('One conflict is open: what it holds is not in the file as it was meant.')
  if (conflicts > 1)
    found.push(`${conflicts} conflicts are open: what they hold is not in the file as it was meant.`)
  if (suggestions === 1) found.push(`One undecided suggestion is ${done}.`)
  if (suggestions > 1) found.push(`${suggestions} undecided suggestions are ${done}.`)
  const listed = comments === 'none' ? 'left out' : 'listed, with names'
  if (openThreads === 1) found.push(`One open thread is ${listed}.`)
  if (openThreads > 1) found.push(`${openThreads} open threads are ${listed}.`)
  return found
}

/** What a publisher would want to know before writing the file; empty where all is well. */
export function remarks({ doc }: Pick<Publication, 'doc'>): string[] {
  const { headline, keyPoints } = fields(doc)
  const found: string[] = []
  if (headline.textContent.trim() === '') {
    found.push('There is no headline yet.')
  }
  let empty = 0
  keyPoints.forEach(point => {
    if (point.textContent.trim() === '') empty += 1
  })
  if (empty === 1) found.push('One key point is empty and stays out.')
  if (empty > 1) found.push(`${empty} key points are empty and stay out.`)
  return found
}
