import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import type { Author } from '../../src/core/briefing/author.ts'
import type { Briefing, BriefingId } from '../../src/core/briefing/briefing.ts'
import { type Details, emptyDetails } from '../../src/core/briefing/details.ts'
import type { Change, Operation, Origin } from '../../src/core/history/change.ts'
import { applyChange, composeChange, createOrigin, openLog } from '../../src/core/history/log.ts'
import { describeFailure, type Result } from '../../src/core/result.ts'
import { ada, at, uuid } from './builders.ts'

/** What a Result holds. @throws with the failure's own words when it holds none */
export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(describeFailure(result.error))
  return result.value
}

/** A log as a test writes it: an origin, changes, and the briefing at their end. */
export interface TestLog {
  readonly origin: Origin
  readonly changes: readonly Change[]
  readonly briefing: Briefing
}

export function startLog(doc: Node, details: Partial<Details> = {}, id = uuid(1)): TestLog {
  const origin = createOrigin({
    id: id as BriefingId,
    time: at(0),
    author: ada,
    doc,
    details: { ...emptyDetails, ...details },
  })
  return { origin, changes: [], briefing: expectOk(openLog(origin)) }
}

/** A log with one more change of these operations, at the minute of its number. */
export function extend(
  log: TestLog,
  operations: readonly Operation[],
  by: { author?: Author; id?: string } = {},
): TestLog {
  const number = log.changes.length + 1
  const author = by.author ?? ada
  const id = by.id ?? uuid(number * 0x10000 + Number.parseInt(author.id.slice(-4), 16))
  const change = composeChange(log.briefing, { id, author, time: at(number), operations })
  return {
    origin: log.origin,
    changes: [...log.changes, change],
    briefing: expectOk(applyChange(log.briefing, change)),
  }
}

/** The operation of some steps. */
export function stepsOf(steps: readonly Step[]): Operation {
  return { type: 'steps', steps: steps.map(step => step.toJSON()) }
}
