/** What the window tells and asks the search worker. */
export type SearchRequest =
  /** Reads the words of all briefings from the store with this name. Asked first, once. */
  | { readonly kind: 'load'; readonly store: string }
  | { readonly kind: 'put'; readonly id: string; readonly terms: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'find'; readonly number: number; readonly query: string }

/** Its answer to `find`, by the question's number. */
export interface SearchAnswer {
  readonly number: number
  readonly ids: readonly string[]
}
