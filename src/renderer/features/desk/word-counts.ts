import type { EditorState } from 'prosemirror-state'
import { countWordsIn, statistics } from '../../../core/briefing/statistics.ts'

const figures = new Intl.NumberFormat('en-GB')

/** The status bar's count: "424 words", with a selection "12 of 424 words". */
export function wordCount(state: EditorState): string {
  const { words } = statistics(state.doc)
  const whole = `${figures.format(words)} ${words === 1 ? 'word' : 'words'}`
  const { from, to, empty } = state.selection
  if (empty) return whole
  const selected = countWordsIn(state.doc.textBetween(from, to, '\n', ' '))
  return selected === 0 ? whole : `${figures.format(selected)} of ${whole}`
}

/** The reading time: "2 min read"; empty where there is nothing to read. */
export function readingTime(state: EditorState): string {
  const { readingMinutes } = statistics(state.doc)
  return readingMinutes === 0 ? '' : `${readingMinutes} min read`
}
