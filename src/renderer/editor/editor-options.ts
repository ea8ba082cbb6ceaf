import type { EditorProps } from 'prosemirror-view'
import type { Details } from '../../core/briefing/details.ts'

/**
 * What of TipTap the page does without: `tabindex` forces a layout, its style element would need an exception in
 * the content security policy, and the rest has its own here.
 */
export const editorOptions = {
  enableCoreExtensions: {
    clipboardTextSerializer: false,
    delete: false,
    drop: false,
    keymap: false,
    paste: false,
    tabindex: false,
    textDirection: false,
  },
  enableInputRules: false,
  enablePasteRules: false,
  injectCSS: false,
} as const

/** What floats over the page's edges, in pixels: the toolbar with the find bar above, a line's room below. */
const covered = { top: 148, right: 0, bottom: 48, left: 0 }

/** The text box that a briefing's text is, for screen readers and for scrolling. */
export function textBoxProps(
  { language, direction }: Pick<Details, 'language' | 'direction'>,
  writable: boolean,
): EditorProps {
  return {
    attributes: {
      'aria-label': 'Briefing',
      'aria-multiline': 'true',
      'aria-readonly': String(!writable),
      dir: direction,
      lang: language,
      role: 'textbox',
      tabindex: '0',
    },
    scrollMargin: covered,
    scrollThreshold: covered,
  }
}
