/** What waits in Review: "2 open threads, 1 suggestion". */
export function waitingWords(waiting: { readonly threads: number; readonly suggestions: number }): string {
  const { threads, suggestions } = waiting
  const count = (number: number) => number.toLocaleString('en-GB')
  const parts = [
    threads > 0 ? `${count(threads)} open ${threads === 1 ? 'thread' : 'threads'}` : '',
    suggestions > 0 ? `${count(suggestions)} ${suggestions === 1 ? 'suggestion' : 'suggestions'}` : '',
  ]
  return parts.filter(part => part !== '').join(', ')
}
