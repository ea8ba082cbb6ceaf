import type { BriefingId } from '../../src/core/briefing/briefing.ts'
import { emptyDetails } from '../../src/core/briefing/details.ts'
import { type Change, makeChange, type Origin, originHash } from '../../src/core/history/change.ts'
import { createOrigin } from '../../src/core/history/log.ts'
import { body, doc, headline, keyPoints, p, standfirst } from './builders.ts'

const author = {
  id: '0a0a0a0a-0000-4000-8000-000000000001',
  name: 'Ada Fisher',
  initials: 'AF',
  colour: 'blue',
} as const

/** A small briefing's beginning, with an id that ends in `n`. */
export function sampleOrigin(n = 1): Origin {
  return createOrigin({
    id: `bbbbbbbb-0000-4000-8000-${String(n).padStart(12, '0')}` as BriefingId,
    time: '2026-03-18T11:14:00.000Z',
    author,
    doc: doc(headline('Ports'), standfirst(), keyPoints(), body(p('Water rises — slowly.'))),
    details: emptyDetails,
  })
}

/**
 * Changes that follow an origin: each sets the byline to another text.
 * @param padding a text that makes each of them longer; at most 250 characters
 */
export function sampleChanges(origin: Origin, count: number, padding = ''): Change[] {
  const changes: Change[] = []
  for (let n = 1; n <= count; n++) {
    changes.push(
      makeChange({
        id: `cccccccc-0000-4000-8000-${String(n).padStart(12, '0')}`,
        author: author.id,
        time: '2026-03-18T11:15:00.000Z',
        parent: changes.at(-1)?.hash ?? originHash(origin),
        operations: [{ type: 'detail', name: 'byline', value: `Writer №${n}${padding}`, counter: n }],
      }),
    )
  }
  return changes
}
