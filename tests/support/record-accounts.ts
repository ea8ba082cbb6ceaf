import type { HeldConflict } from '../../src/core/briefing/handoff.ts'
import type { Comment, Thread } from '../../src/core/briefing/records.ts'
import { anchorsOf } from '../../src/core/review/threads.ts'
import { wordsIn } from './edits.ts'
import type { TestLog } from './log.ts'
import { seenIn } from './seen-words.ts'

interface Records {
  readonly parted: { readonly master: TestLog; readonly copy: TestLog }
  readonly master: TestLog
  readonly theirs: TestLog
  readonly result: TestLog
  readonly conflicts: readonly HeldConflict[]
}

/** Comments, resolutions, approvals and what a return proposes, of either side, that the result has lost unsaid. */
export function missingRecords(books: Records): string[] {
  const { master, theirs, result } = books
  const sides = [master, theirs]
  return [
    ...sides.flatMap(log => missingComments(log, books)),
    ...missingResolutions(books),
    ...sides.flatMap(log => missingPlaces(log, books)),
    ...sides.flatMap(log => missingApprovals(log, result)),
    ...missingProposals(books),
  ]
}

const threadsOf = (log: TestLog) => log.briefing.records.threads

function deletedIn(logs: readonly TestLog[]): ReadonlySet<string> {
  const operations = logs.flatMap(({ changes }) => changes.flatMap(change => change.operations))
  return new Set(operations.flatMap(each => (each.type === 'comment.delete' ? each.comments : [])))
}

function missingComments(log: TestLog, { master, theirs, result, conflicts }: Records): string[] {
  const deleted = deletedIn([master, theirs])
  const said = conflicts.map(({ content }) => content).join('\n')
  const isThere = ({ id }: Thread, comment: Comment) =>
    threadsOf(result)
      .get(id)
      ?.comments.some(({ author, text }) => author === comment.author && text === comment.text) ?? false
  const wasChanged = (thread: Thread, { id, counter }: Comment) =>
    [master, theirs].some(side =>
      threadsOf(side)
        .get(thread.id)
        ?.comments.some(other => other.id === id && other.counter > counter),
    )
  return [...threadsOf(log).values()].flatMap(thread =>
    thread.comments.flatMap(comment =>
      isThere(thread, comment) ||
      said.includes(comment.text) ||
      deleted.has(comment.id) ||
      wasChanged(thread, comment)
        ? []
        : [`comment ${comment.text}`],
    ),
  )
}

/** A thread that one side alone resolved or opened is so, unless the other wrote in it: then it is open. */
function missingResolutions({ parted, master, theirs, result, conflicts }: Records): string[] {
  return [...threadsOf(result).values()].flatMap(({ id, resolved, comments }) => {
    const [was, ours, incoming] = [parted.copy, master, theirs].map(log => threadsOf(log).get(id))
    if (was === undefined || ours === undefined || incoming === undefined) return []
    const isSaid = conflicts.some(
      ({ wanted, content }) => wanted.endsWith('a thread') && content === comments[0]?.text,
    )
    const byUs = operationsOn(master, id) - operationsOn(parted.master, id)
    const byThem = operationsOn(theirs, id) - operationsOn(parted.copy, id)
    if (isSaid || (byUs > 0 && byThem > 0)) return []
    const one = byUs > 0 ? ours : byThem > 0 ? incoming : was
    return (one.resolved === null) === (resolved === null)
      ? []
      : [`thread ${comments[0]?.text} is ${resolved === null ? 'open' : 'resolved'}`]
  })
}

/** How often somebody wrote in a thread, resolved it or opened it. */
function operationsOn({ changes }: TestLog, thread: string): number {
  return changes
    .flatMap(change => change.operations)
    .filter(each => (each.type === 'comment.add' || each.type === 'thread.resolve') && each.thread === thread)
    .length
}

/** Threads that stood on words of which some stand in the result, and that do not. */
function missingPlaces(log: TestLog, { master, theirs, result }: Records): string[] {
  const text = result.briefing.doc.textContent
  const now = anchorsOf(result.briefing.doc)
  // A suggestion to replace a block shows its words twice, and a comment is on one of them.
  const isTwice = (word: string) => [master, theirs].some(side => seenIn(side).twice.has(word))
  return [...anchorsOf(log.briefing.doc)].flatMap(([thread, ranges]) => {
    const words = ranges.flatMap(({ from, to }) =>
      wordsIn(log.briefing.doc.textBetween(from, to, '\n', '\n')),
    )
    const isHere = words.some(word => text.includes(word) && !isTwice(word))
    return isHere && !now.has(thread) && threadsOf(result).has(thread) ? [`place of ${thread}`] : []
  })
}

function missingApprovals(log: TestLog, result: TestLog): string[] {
  const { approvals } = result.briefing.records
  return log.briefing.records.approvals.flatMap(({ author, verdict, note, content }) =>
    approvals.some(
      other =>
        other.author === author &&
        other.verdict === verdict &&
        other.note === note &&
        other.content === content,
    )
      ? []
      : [`approval ${note}`],
  )
}

/** The status and details that a return set are the master's, or proposed. */
function missingProposals({ parted, master, theirs, result, conflicts }: Records): string[] {
  const proposed = conflicts.map(({ content }) => content)
  const [was, ours, incoming, now] = [parted.copy, master, theirs, result].map(({ briefing }) => ({
    status: briefing.records.status,
    slug: briefing.details.slug,
  }))
  if (!was || !ours || !incoming || !now) return []
  return (['status', 'slug'] as const).flatMap(name => {
    const missing: string[] = []
    if (now[name] !== ours[name]) missing.push(`${name} of the master`)
    const isNew = incoming[name] !== was[name] && incoming[name] !== now[name]
    if (isNew && !proposed.includes(incoming[name])) missing.push(`${name} of the reviewer`)
    return missing
  })
}
