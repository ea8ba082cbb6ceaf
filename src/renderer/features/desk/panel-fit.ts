/** The two panels beside the page. */
export type PanelName = 'outline' | 'details'

/** A panel as the user left it: its width in pixels and whether it is open. */
export interface PanelChoice {
  readonly width: number
  readonly open: boolean
}

/** Widths in pixels: what a panel starts with and how far it can be dragged (interface: look). */
export const panelWidths = {
  outline: { usual: 248, least: 184, most: 420 },
  details: { usual: 348, least: 280, most: 520 },
} as const

/** The page's own width in pixels; a panel that would leave it less floats over the desk instead. */
export const pageWidth = 760

/** The least width in pixels that the page keeps beside a docked outline. */
const leastPage = 640

export interface PanelPlace {
  readonly width: number
  /** Beside the page, or over it where the window is too narrow for both. */
  readonly place: 'beside' | 'over'
}

/** Where each panel goes in a window of a given width. */
export type PanelFit = { readonly [P in PanelName]: PanelPlace }

/**
 * Fits the panels into a window so that the page is never squeezed. The outline stands beside the page as
 * long as the page keeps 640 pixels; the details as long as it keeps its full 760 next to an open outline.
 * A panel that does not fit is one that floats, and opens only for as long as the user wants it.
 */
export function fitPanels(
  windowWidth: number,
  choices: { readonly [P in PanelName]: PanelChoice },
): PanelFit {
  const outlineWidth = clampWidth('outline', choices.outline.width)
  const detailsWidth = clampWidth('details', choices.details.width)
  const outlineBeside = windowWidth - outlineWidth >= leastPage
  const taken = outlineBeside && choices.outline.open ? outlineWidth : 0
  const detailsBeside = windowWidth - taken - detailsWidth >= pageWidth
  return {
    outline: { width: outlineWidth, place: outlineBeside ? 'beside' : 'over' },
    details: { width: detailsWidth, place: detailsBeside ? 'beside' : 'over' },
  }
}

/** A panel's width within its limits, in whole pixels. */
export function clampWidth(panel: PanelName, width: number): number {
  const { least, most } = panelWidths[panel]
  return Math.round(Math.min(most, Math.max(least, width)))
}
