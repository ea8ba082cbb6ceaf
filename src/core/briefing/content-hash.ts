import { type Hash, hashValue } from '../canonical.ts'
import type { Briefing } from './briefing.ts'

/**
 * The hash that names what would be published: the text and the published details. Two briefings with the
 * same content hash publish the same (architecture: the document).
 */
export function contentHash(briefing: Pick<Briefing, 'doc' | 'details'>): Hash {
  return hashValue({ doc: briefing.doc.toJSON(), details: briefing.details })
}
