import { z } from 'zod'
import { hashValue, uuidFrom } from '../canonical.ts'

/** The authors' colours by place in the Okabe–Ito order; the interface's tokens give each theme's shade. */
export const authorColours = ['blue', 'vermilion', 'green', 'purple', 'ochre', 'sky'] as const

/** Who wrote a change. The id stays; name, initials and colour are as they were when they were recorded. */
export const authorSchema = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(120),
  initials: z.string().trim().min(1).max(4),
  colour: z.enum(authorColours),
})

export type Author = z.infer<typeof authorSchema>

export type AuthorColour = Author['colour']

/**
 * The colour that each author has in one briefing, by id: the own one, unless somebody who came earlier has it
 * already; then the first that is free. With more people than colours they are shared.
 */
export function coloursOf(authors: Iterable<Author>): Map<string, AuthorColour> {
  const colours = new Map<string, AuthorColour>()
  const taken = new Set<AuthorColour>()
  for (const { id, colour } of authors) {
    const own = taken.has(colour) ? authorColours.find(free => !taken.has(free)) : colour
    colours.set(id, own ?? colour)
    taken.add(own ?? colour)
  }
  return colours
}

/**
 * Who signs with a name that somebody typed: the first author of that name whom a briefing knows, however it is
 * written in capitals; else somebody whose id and colour follow from the name, so that the same name is the
 * same person in every briefing and on every machine.
 */
export function authorNamed(name: string, known: Iterable<Author>): Author {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
  for (const author of known) if (plain(author.name) === plain(name)) return author
  const hash = hashValue({ author: plain(name) })
  const colour = authorColours[Number.parseInt(hash.slice(0, 6), 16) % authorColours.length] ?? 'blue'
  return { id: uuidFrom(hash), name: name.trim(), initials: initialsOf(name), colour }
}

/** Initials from a name: the first letters of its first and last word, in capitals; at most 4 characters. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter(word => word !== '')
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1)
  return (
    ends
      .map(word => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase()
      .slice(0, 4) || '?'
  )
}
