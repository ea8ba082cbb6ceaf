/** What the page asks the spelling worker. Each question has a number, which its answer repeats. */
export type Question =
  | {
      readonly kind: 'load'
      readonly affixes: string
      readonly words: string
      readonly personal: readonly string[]
    }
  | { readonly kind: 'misspelt'; readonly words: readonly string[] }
  | { readonly kind: 'suggest'; readonly word: string }
  | { readonly kind: 'learn'; readonly word: string }

export interface Asked {
  readonly number: number
  readonly question: Question
}

export interface Answer {
  readonly number: number
  /** The misspelt words, or the suggestions; empty for the rest. */
  readonly words: readonly string[]
}
