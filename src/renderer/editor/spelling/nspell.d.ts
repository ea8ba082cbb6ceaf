declare module 'nspell' {
  /** A Hunspell-compatible checker over an affix file and a word list; the package brings no types. */
  export interface NSpell {
    correct(word: string): boolean
    suggest(word: string): string[]
    add(word: string): NSpell
  }
  export default function nspell(affixes: string, words: string): NSpell
}
