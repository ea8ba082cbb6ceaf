/** What F6 goes through: the window's named regions, in the order of the page. */
const regions = 'section[aria-label], nav[aria-label], aside[aria-label], [role="region"][aria-label]'
const focusable =
  '[contenteditable="true"], a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** Puts the keyboard into the next region that can have it, after the last one into the first. */
export function focusNextPanel(): void {
  const found = [...document.querySelectorAll<HTMLElement>(regions)].filter(
    region => region.querySelector(focusable) !== null && region.checkVisibility(),
  )
  const from = document.activeElement?.closest<HTMLElement>(regions) ?? null
  const at = from === null ? -1 : found.indexOf(from)
  const next = found[(at + 1) % found.length]
  if (next === undefined) return
  const editor = next.querySelector<HTMLElement>('[contenteditable="true"]')
  // Where the region is a list, the place in it that is current rather than the button above it.
  const current = next.querySelector<HTMLElement>('[aria-current]:is([tabindex="0"], button, a)')
  const first = [...next.querySelectorAll<HTMLElement>(focusable)].find(
    element => element.tabIndex >= 0 && element.closest(regions) === next,
  )
  const target = editor ?? current ?? first
  target?.focus()
}
