/** How much waits in Review. */
export interface Waiting {
  readonly threads: number
  readonly suggestions: number
  readonly conflicts: number
}

/** What waits in Review: "1 conflict, 2 open threads, 1 suggestion". */
export function waitingWords({ threads, suggestions, conflicts }: Waiting): string {
  const count = (number: number, one: string) =>
    number === 0 ? '' : `${number.toLocaleString('en-GB')} ${number === 1 ? one : `${one}s`}`
  const parts = [
    count(conflicts, 'conflict'),
    count(threads, 'open thread'),
    count(suggestions, 'suggestion'),
  ]
  return parts.filter(part => part !== '').join(', ')
}
