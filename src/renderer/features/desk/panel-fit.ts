/** The two columns beside the page: the outline, and on the other side one panel at a time. */
export type PanelName = 'outline' | 'side'

/** A panel as the user left it: its width in pixels and whether it is open. */
export interface PanelChoice {
  readonly width: number
  readonly open: boolean
}

/** Widths in pixels: what a panel starts with and how far it can be dragged (interface: look). */
export const panelWidths = {
  outline: { usual: 248, least: 184, most: 420 },
  side: { usual: 348, least: 280, most: 520 },
} as const

/** The least width in pixels that a panel beside the page leaves it. */
const leastPage = { besideOutline: 640, besideSide: 680 }

export interface PanelPlace {
  readonly width: number
  /** How wide it can be made in this window. */
  readonly most: number
  /** Beside the page, or over it where the window is too narrow for both. */
  readonly place: 'beside' | 'over'
}

/** Where each panel goes in a window of a given width. */
export type PanelFit = { readonly [P in PanelName]: PanelPlace }

/**
 * Fits the panels into a window so that the page is never squeezed: a panel gets at most what the page can
 * spare, and where that is less than it needs, it floats over the page instead. The outline comes first.
 */
export function fitPanels(
  windowWidth: number,
  choices: { readonly [P in PanelName]: PanelChoice },
): PanelFit {
  const outline = placeIn('outline', choices.outline, windowWidth - leastPage.besideOutline)
  const taken = outline.place === 'beside' && choices.outline.open ? outline.width : 0
  return {
    outline,
    side: placeIn('side', choices.side, windowWidth - taken - leastPage.besideSide),
  }
}

function placeIn(panel: PanelName, { width }: PanelChoice, room: number): PanelPlace {
  const { least, most } = panelWidths[panel]
  const wanted = clampWidth(panel, width)
  if (room < least) return { width: wanted, most, place: 'over' }
  return { width: Math.min(wanted, room), most: Math.min(most, room), place: 'beside' }
}

/** A panel's width within its limits, in whole pixels. */
export function clampWidth(panel: PanelName, width: number): number {
  const { least, most } = panelWidths[panel]
  return Math.round(Math.min(most, Math.max(least, width)))
}
