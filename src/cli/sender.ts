import { type Author, authorNamed, authorSchema } from '../core/briefing/author.ts'
import type { Briefing } from '../core/briefing/briefing.ts'
import type { Origin } from '../core/history/change.ts'
import { fail, ok, type Result } from '../core/result.ts'

/**
 * Who sends or merges: the author whom `--as` names; without it the reviewer whose copy this is, or whoever
 * made the briefing. Fails with `usage` for a name that is none.
 */
export function sender(as: string | undefined): Result<(briefing: Briefing, origin: Origin) => Author> {
  if (as === undefined) {
    return ok((briefing, origin) => {
      const copy = briefing.records.handoff.copy
      if (copy !== null) return copy.reviewer
      return briefing.authors.get(origin.author.id) ?? origin.author
    })
  }
  const name = authorSchema.shape.name.safeParse(as)
  if (!name.success) return fail('usage', '--as: a name has 1 to 120 characters')
  return ok(briefing => authorNamed(name.data, briefing.authors.values()))
}
