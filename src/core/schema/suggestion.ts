import { Mark } from '@tiptap/core'
import type { MarkType } from 'prosemirror-model'

/**
 * What a suggested insertion or deletion is of: a run of text, a whole block, or the break between a block
 * and the one before it (as a word processor tracks the paragraph mark). Breaks make splits and joins
 * trackable without marker characters in the text.
 */
export type SuggestedPart = 'text' | 'block' | 'break'

/** What every suggestion mark carries. One suggestion is all marks with its id. */
export interface SuggestionAttributes {
  /** UUID */
  readonly id: string
  /** The author's UUID. */
  readonly author: string
  /** When it was begun, ISO 8601. Shown, never compared. */
  readonly time: string
}

const identity = () => ({
  id: { rendered: false, validate: 'string' },
  author: { rendered: false, validate: 'string' },
  time: { rendered: false, validate: 'string' },
})

const part = () => ({ of: { default: 'text', rendered: false, validate: validatePart } })

/**
 * Suggested new text, block or break. Each run and block has its own element (not `spanning`): a break is drawn
 * before each block that has one. Never read from HTML: a suggestion is made by a person in Galley.
 */
export const Insertion = Mark.create({
  name: 'insertion',
  group: 'review suggestion',
  inclusive: false,
  spanning: false,
  excludes: '',
  addAttributes: () => ({ ...identity(), ...part() }),
  renderHTML: ({ mark }) => ['ins', rendered(mark.attrs), 0],
})

/** A suggested deletion. Two people's deletions can stand on one word. */
export const Deletion = Mark.create({
  name: 'deletion',
  group: 'review suggestion',
  inclusive: false,
  spanning: false,
  excludes: '',
  addAttributes: () => ({ ...identity(), ...part() }),
  renderHTML: ({ mark }) => ['del', rendered(mark.attrs), 0],
})

/**
 * A suggested change of form. On text, `change` is `{mark, before}`: the mark's name, and the mark as it was
 * (its JSON, or null where there was none). On a block it is `{before: {type, attrs}}`. What stands in the
 * document is the suggested form; later changes of the same thing come behind earlier ones in the mark set.
 */
export const Modification = Mark.create({
  name: 'modification',
  group: 'review suggestion',
  inclusive: false,
  spanning: false,
  excludes: '',
  addAttributes: () => ({
    ...identity(),
    change: { rendered: false, validate: validateChange },
  }),
  renderHTML: ({ mark }) => [
    'span',
    {
      'data-suggestion': String(mark.attrs.id),
      'data-author': String(mark.attrs.author),
      class: 'modification',
    },
    0,
  ],
})

/** The three suggestion mark types of a schema. */
export function suggestionTypes(marks: Readonly<Record<string, MarkType>>): {
  insertion: MarkType
  deletion: MarkType
  modification: MarkType
} {
  const { insertion, deletion, modification } = marks
  if (!insertion || !deletion || !modification) throw new RangeError('The schema has no suggestion marks')
  return { insertion, deletion, modification }
}

function rendered(attributes: Record<string, unknown>): Record<string, string> {
  return {
    'data-suggestion': String(attributes.id),
    'data-author': String(attributes.author),
    'data-of': String(attributes.of),
  }
}

function validatePart(of: unknown): void {
  if (of !== 'text' && of !== 'block' && of !== 'break')
    throw new RangeError('A suggestion is of text, block or break')
}

function validateChange(change: unknown): void {
  if (change === null || typeof change !== 'object' || !('before' in change)) {
    throw new RangeError('A suggested change of form says what was before')
  }
}
