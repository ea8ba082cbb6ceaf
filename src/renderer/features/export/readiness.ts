import { fields } from '../../../core/briefing/briefing.ts'
import type { Publication } from '../../../core/export/publication.ts'

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
