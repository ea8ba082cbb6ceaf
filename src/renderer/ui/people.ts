import { type Author, type AuthorColour, coloursOf } from '../../core/briefing/author.ts'

/** Somebody as the interface shows them. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly initials: string
  /** Null for somebody the briefing does not know. */
  readonly colour: AuthorColour | null
}

/** Everyone in a briefing, by id, each with the colour they have in it. */
export type People = ReadonlyMap<string, Person>

/** The people of a briefing, in the order in which they came. */
export function peopleOf(authors: ReadonlyMap<string, Author>): People {
  const colours = coloursOf(authors.values())
  return new Map(
    [...authors].map(([id, { name, initials, colour }]) => [
      id,
      { id, name, initials, colour: colours.get(id) ?? colour },
    ]),
  )
}

/** Who an id stands for. One that the briefing does not know is shown as that. */
export function personOf(people: People, id: string): Person {
  return people.get(id) ?? { id, name: 'Unknown author', initials: '?', colour: null }
}
