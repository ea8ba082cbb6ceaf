import type { OutlineEntry } from '../../../core/briefing/outline.ts'

/** What an outline entry is called where its heading or quote has no words yet. */
const unnamed: { readonly [K in OutlineEntry['kind']]?: string } = {
  section: 'Untitled section',
  subsection: 'Untitled subsection',
  pullQuote: 'Empty pull quote',
}

/** An entry's text in the outline, and whether that is the user's own. */
export function outlineLabel(entry: OutlineEntry): { readonly text: string; readonly own: boolean } {
  const text = entry.label.trim()
  if (text !== '') return { text, own: true }
  return { text: unnamed[entry.kind] ?? entry.label, own: false }
}

/** The entry as a screen reader says it, e.g. "Key points, 3 points" or "Pull quote: We are done, 12 words". */
export function spokenLabel(entry: OutlineEntry): string {
  const { text } = outlineLabel(entry)
  const unit = entry.kind === 'keyPoints' ? 'point' : 'word'
  const count = `${entry.count} ${unit}${entry.count === 1 ? '' : 's'}`
  return `${entry.kind === 'pullQuote' ? 'Pull quote: ' : ''}${text}, ${count}`
}

/** How deep each entry stands in the outline, from 1: a quote stands one deeper than the part it is in. */
export function outlineLevels(entries: readonly OutlineEntry[]): number[] {
  let part = 1
  let section = false
  return entries.map(({ kind }) => {
    if (kind === 'pullQuote') return part + 1
    if (kind === 'section') section = true
    part = kind === 'subsection' && section ? 2 : 1
    return part
  })
}
