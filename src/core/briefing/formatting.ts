/** Formatting of some words of a text that is kept as plain words. */
export type Formatting = {
  /** Where its words start and end: a range of the plain words, in UTF-16 units. */
  readonly from: number
  readonly to: number
} & ({ readonly mark: (typeof plainMarks)[number] } | { readonly mark: 'link'; readonly href: string })

/** The marks that say all by their name. */
export const plainMarks = ['bold', 'italic', 'superscript', 'subscript', 'leadIn'] as const
