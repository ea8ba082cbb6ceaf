import { type Author, type AuthorColour, coloursOf } from '../../core/briefing/author.ts'

/** Somebody as the interface shows them; without a colour somebody whom the briefing does not know. */
export type Person = Omit<Author, 'colour'> & { readonly colour: AuthorColour | null }

/** Everyone in a briefing and who sits here, by id, each in the colour they have in it. */
export type People = ReadonlyMap<string, Author>

/** The people of a briefing in the order in which they came; who sits here is the last where they are new to it. */
export function peopleOf(authors: ReadonlyMap<string, Author>, self: Author): People {
  const all = authors.has(self.id) ? authors : new Map([...authors, [self.id, self]])
  const colours = coloursOf(all.values())
  return new Map(
    [...all].map(([id, author]) => [id, { ...author, colour: colours.get(id) ?? author.colour }]),
  )
}

/** Who an id stands for. One that the briefing does not know is shown as that. */
export function personOf(people: People, id: string): Person {
  return people.get(id) ?? { id, name: 'Unknown author', initials: '?', colour: null }
}
