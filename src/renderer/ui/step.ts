/**
 * The row that a key leads to from row `at` of `count`, or null where the key leads nowhere. `page` is how many
 * rows a page has; without it a list has no pages.
 */
export function step(key: string, at: number, count: number, page?: number): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'PageDown':
      return page === undefined ? null : Math.min(last, at + page)
    case 'PageUp':
      return page === undefined ? null : Math.max(0, at - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
