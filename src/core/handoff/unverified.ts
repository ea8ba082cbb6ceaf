import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Change, Operation } from '../history/change.ts'
import { derivedId } from '../history/derived-id.ts'
import { suggestionsOf } from '../review/suggestions.ts'
import type { Base } from './base.ts'
import { operationOf } from './operation-of.ts'
import type { WholeLog } from './review-copy.ts'

/** What stands behind the name of somebody who wrote in a return and whom nobody invited. */
const mark = ' (unverified)'
/** The most that a name may hold. */
const mostName = 120

/** A return as it is merged: what those whom nobody invited wrote is theirs under a name of its own. */
export interface Verified {
  readonly base: Base
  /** The return's end, with the names that are new for it. */
  readonly theirs: Briefing
  /** The ids of those who were invited on its way. */
  readonly invited: ReadonlySet<string>
}

/**
 * Gives authors whom nobody invited an author of their own, whose name says so: a file can be signed with
 * anybody's id. Invited are the reviewer whom the master remembers, and those to whom somebody invited passed the
 * copy on; nobody who works in the master itself is. So are suggestions that the return makes in another's name.
 * The new id follows from the old one: one stranger is one, in every return.
 */
export function verify(master: WholeLog, base: Base, end: Briefing): Verified {
  const invited = invitedIn(master, base)
  const here = master.briefing.authors
  const idOf = (id: string) => {
    const isMarkedHere = here.get(id)?.name.endsWith(mark) === true
    return invited.has(id) || isMarkedHere ? id : derivedId(['unverified', id])
  }
  const authors = new Map(end.authors)
  for (const author of end.authors.values()) authors.set(idOf(author.id), named(author, idOf))
  const shown = new Set(suggestionsOf(base.shown).map(({ id }) => id))
  const incoming = base.incoming.map((change): Change => {
    const author = idOf(change.author)
    const signers = new Set<string>()
    const signerOf = (id: string) => {
      signers.add(id)
      return idOf(id)
    }
    const operations = mapped(change.operations, operation => signed(operation, idOf, signerOf, shown))
    const naming = [...signers].flatMap((id): Operation[] => {
      const signer = authors.get(idOf(id))
      return signer === undefined || signer.id === id || signer.id === author
        ? []
        : [{ type: 'author', author: signer }]
    })
    // What was read of a change before is known by the change itself.
    if (author === change.author && operations === change.operations) return change
    return { ...change, author, operations: [...naming, ...operations] }
  })
  return { base: { ...base, incoming }, theirs: { ...end, authors }, invited }
}

/** A name without what says that nobody invited them. */
export function plainName(name: string): string {
  return name.endsWith(mark) ? name.slice(0, -mark.length) : name
}

function invitedIn({ origin, changes }: WholeLog, { invited: reviewer, incoming }: Base): Set<string> {
  if (reviewer === null) return new Set()
  const began = changes.findLastIndex(change => operationOf(change, 'copy') !== null)
  const own = changes
    .slice(began + 1)
    .flatMap(({ author, carries }) => (carries === undefined ? [author] : []))
  const owners = new Set([origin.author.id, ...own])
  const invited = new Set([reviewer])
  for (const change of incoming) {
    const passed = operationOf(change, 'copy') ?? operationOf(change, 'invite')
    if (passed === null || !invited.has(change.author) || owners.has(passed.reviewer.id)) continue
    invited.add(passed.reviewer.id)
  }
  return invited
}

function named(author: Author, idOf: (id: string) => string): Author {
  const id = idOf(author.id)
  if (id === author.id) return author
  return { ...author, id, name: `${plainName(author.name).slice(0, mostName - mark.length)}${mark}` }
}

/** An operation with everybody in it under the name that is theirs here. */
function signed(
  operation: Operation,
  idOf: (id: string) => string,
  signerOf: (id: string) => string,
  shown: ReadonlySet<string>,
): Operation {
  switch (operation.type) {
    case 'author':
      return { ...operation, author: named(operation.author, idOf) }
    case 'invite':
      return { ...operation, reviewer: named(operation.reviewer, idOf) }
    case 'conflict.add':
      return { ...operation, author: idOf(operation.author) }
    case 'steps':
      return replaced(
        operation,
        'steps',
        mapped(operation.steps, step => resigned(step, signerOf, shown)),
      )
    default:
      return operation
  }
}

/** A step whose suggestions, but for those that the copy was sent with, are by whom they are here. */
function resigned<T>(json: T, idOf: (id: string) => string, shown: ReadonlySet<string>): T {
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return mapped(json, one => resigned(one, idOf, shown)) as T
  let next: Record<string, unknown> = json as Record<string, unknown>
  for (const [key, value] of Object.entries(json)) next = replaced(next, key, resigned(value, idOf, shown))
  const { type, attrs } = next as { type?: unknown; attrs?: { id?: unknown; author?: unknown } }
  if (type !== 'insertion' && type !== 'deletion' && type !== 'modification') return next as T
  if (typeof attrs?.author !== 'string' || shown.has(String(attrs.id))) return next as T
  return replaced(next, 'attrs', replaced(attrs, 'author', idOf(attrs.author))) as T
}

/** A list mapped; the very same where nothing in it became another. */
function mapped<L extends readonly unknown[]>(list: L, map: (one: L[number]) => L[number]): L {
  const next = list.map(map)
  return next.every((one, index) => one === list[index]) ? list : (next as unknown as L)
}

/** An object with another value; the very same where it has that already. */
function replaced<T extends object>(object: T, key: keyof T, value: T[keyof T]): T {
  return object[key] === value ? object : { ...object, [key]: value }
}
