import { type Author, authorNamed, authorSchema } from '../../../core/briefing/author.ts'
import type { Briefing } from '../../../core/briefing/briefing.ts'
import type { Rights } from '../../../core/briefing/handoff.ts'
import type { Recipient } from '../../store/sending.ts'

/** A reviewer as it is typed. */
export interface Row {
  readonly key: string
  readonly name: string
  readonly rights: Rights
}

/** Everybody whom a briefing knows: who wrote in it, then who was ever sent a copy. */
export function knownPeople({ authors, records }: Pick<Briefing, 'authors' | 'records'>): Author[] {
  const known = new Map(authors)
  const { copy, invitations } = records.handoff
  for (const { reviewer } of [...(copy === null ? [] : [copy]), ...invitations]) {
    if (!known.has(reviewer.id)) known.set(reviewer.id, reviewer)
  }
  return [...known.values()]
}

/** The names to offer for a row: known people who are not the sender and in no other row. */
export function namesFor(row: Row, rows: readonly Row[], known: readonly Author[], sender: string): string[] {
  const taken = new Set(
    rows.filter(({ key }) => key !== row.key).map(({ name }) => authorNamed(name || '?', known).id),
  )
  const free = known.filter(({ id }) => id !== sender && !taken.has(id)).map(({ name }) => name)
  return [...new Set(free)]
}

/**
 * Who the rows stand for: a known author of that name, else somebody new. Where something is wrong with one,
 * its words by the row's key; then nobody is to be sent to.
 */
export function readRows(
  rows: readonly Row[],
  known: readonly Author[],
  sender: string,
): { readonly recipients: readonly Recipient[]; readonly wrong: ReadonlyMap<string, string> } {
  const wrong = new Map<string, string>()
  const recipients: Recipient[] = []
  const seen = new Set<string>()
  for (const { key, name, rights } of rows) {
    const given = authorSchema.shape.name.safeParse(name)
    if (!given.success) {
      wrong.set(
        key,
        rows.length > 1 ? 'Give a name, or remove this reviewer.' : 'Who is to read it? Give a name.',
      )
      continue
    }
    const named = authorNamed(given.data, known)
    const isKnown = known.some(({ id }) => id === named.id)
    if (named.id === sender) wrong.set(key, 'That is you: a copy is for somebody else.')
    else if (seen.has(named.id)) wrong.set(key, `${named.name} has a copy already, above.`)
    // Two people of one name in two briefings are not one person because of it.
    else recipients.push({ reviewer: isKnown ? named : { ...named, id: crypto.randomUUID() }, rights })
    seen.add(named.id)
  }
  return { recipients: wrong.size > 0 ? [] : recipients, wrong }
}
