import { titleOf } from '../../../core/briefing/briefing.ts'
import { slugify } from '../../../core/briefing/details.ts'
import type { Publication } from '../../../core/export/publication.ts'
import type { Format } from './formats.ts'

/** The name a file is offered under: the slug, else one made from the title, with the format's ending. */
export function fileNameFor({ doc, details }: Publication, format: Pick<Format, 'extension'>): string {
  const stem = details.slug !== '' ? details.slug : slugify(titleOf(doc))
  return `${stem === '' ? 'briefing' : stem}.${format.extension}`
}
