import { useState, useSyncExternalStore } from 'react'
import type { Settings } from '../../../contract/settings.ts'
import { updateSettings, useSettings } from '../../store/settings.ts'
import { clampWidth, fitPanels, type PanelChoice, type PanelName, panelWidths } from './panel-fit.ts'

/** The panels that take turns on the right of the page. */
export type Side = NonNullable<Settings['side']>

/** A column as it is drawn now. */
export interface Panel {
  readonly open: boolean
  readonly width: number
  /** How wide it can be made in this window. */
  readonly most: number
  /** Beside the page, or over it where the window is too narrow for both. */
  readonly place: 'beside' | 'over'
}

export interface Panels {
  readonly outline: Panel
  readonly side: Panel
  /** Which panel stands on the right, or would. */
  readonly chosen: Side
  /** The panel that was opened last by the user; another object each time, so that it can take the focus. */
  readonly opened: { readonly panel: PanelName } | null
  readonly show: (panel: PanelName) => void
  /** Brings a panel to the front of the right side and opens that; it takes the focus unless it is told not to. */
  readonly choose: (side: Side, focus?: boolean) => void
  readonly hide: (panel: PanelName) => void
  /** Follows a separator while it is dragged; the width is remembered by `keepWidth`. */
  readonly resize: (panel: PanelName, width: number) => void
  readonly keepWidth: (panel: PanelName, width: number) => void
  /** Puts away a panel that floats over the page. */
  readonly hideFloating: () => void
}

/**
 * The panels beside the page. Widths, and whether a panel is open beside the page, are remembered in the
 * settings; a panel that floats in a narrow window is open for the moment only.
 */
export function usePanels(): Panels {
  const { panels, side: chosen = 'review' } = useSettings()
  const windowWidth = useSyncExternalStore(onWindowResize, () => window.innerWidth)
  const [opened, setOpened] = useState<{ panel: PanelName } | null>(null)
  const [floating, setFloating] = useState<PanelName | null>(null)
  const [dragged, setDragged] = useState<{ panel: PanelName; width: number } | null>(null)

  const choice = (panel: PanelName): PanelChoice => {
    const kept = panels[panel] ?? { width: panelWidths[panel].usual, open: true }
    return dragged?.panel === panel ? { ...kept, width: dragged.width } : kept
  }
  const choices = { outline: choice('outline'), side: choice('side') }
  const fit = fitPanels(windowWidth, choices)
  const drawn = (panel: PanelName): Panel => ({
    ...fit[panel],
    open: fit[panel].place === 'beside' ? choices[panel].open : floating === panel,
  })

  const setOpen = (panel: PanelName, open: boolean, side: Side = chosen) => {
    const floats = fit[panel].place === 'over'
    if (floats) setFloating(open ? panel : null)
    if (floats && side === chosen) return
    const kept = floats ? panels : { ...panels, [panel]: { ...choices[panel], open } }
    void updateSettings({ panels: kept, side })
  }

  return {
    outline: drawn('outline'),
    side: drawn('side'),
    chosen,
    opened,
    show: panel => {
      setOpened({ panel })
      setOpen(panel, true)
    },
    choose: (side, focus = true) => {
      if (focus) setOpened({ panel: 'side' })
      setOpen('side', true, side)
    },
    hide: panel => setOpen(panel, false),
    resize: (panel, width) => setDragged({ panel, width: clampWidth(panel, width) }),
    keepWidth: (panel, width) => {
      setDragged(null)
      void updateSettings({
        panels: { ...panels, [panel]: { ...choices[panel], width: clampWidth(panel, width) } },
      })
    },
    hideFloating: () => setFloating(null),
  }
}

function onWindowResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}
