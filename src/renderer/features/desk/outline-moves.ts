import type { OutlineEntry } from '../../../core/briefing/outline.ts'

/** A part that can be moved as a whole: a section with its subsections, or a subsection. */
export type MovableEntry = OutlineEntry & { readonly kind: 'section' | 'subsection' }

export function isMovable(entry: OutlineEntry | undefined): entry is MovableEntry {
  return entry?.kind === 'section' || entry?.kind === 'subsection'
}

/** A place that a part can be moved to, as a document position. */
export interface Gap {
  readonly position: number
  /** The index of the outline entry that the gap is before; the number of entries for the end. */
  readonly before: number
}

/**
 * The places that a part can be moved to. A section goes between sections only, so that it never takes over
 * the subsections of another one; a subsection goes before any section or subsection, or to the end.
 * Places where it already is are left out.
 */
export function gapsFor(entries: readonly OutlineEntry[], moved: MovableEntry): Gap[] {
  const gaps: Gap[] = []
  entries.forEach((entry, before) => {
    const takes = entry.kind === 'section' || (entry.kind === 'subsection' && moved.kind === 'subsection')
    if (takes) gaps.push({ position: entry.from, before })
  })
  const end = Math.max(...entries.map(({ to }) => to))
  gaps.push({ position: end, before: entries.length })
  return gaps.filter(({ position }) => position < moved.from || position > moved.to)
}

/** The gap one place further up or down, or null where there is none. */
export function gapTowards(
  entries: readonly OutlineEntry[],
  moved: MovableEntry,
  direction: 'up' | 'down',
): Gap | null {
  const gaps = gapsFor(entries, moved)
  if (direction === 'up') return gaps.findLast(({ position }) => position < moved.from) ?? null
  return gaps.find(({ position }) => position > moved.to) ?? null
}

/** Where a part starts once it has been moved to a gap. */
export function positionAfterMove(moved: MovableEntry, gap: Gap): number {
  return gap.position > moved.to ? gap.position - (moved.to - moved.from) : gap.position
}

/** The index of the innermost entry that a document position is in; -1 in an empty outline. */
export function entryAt(entries: readonly OutlineEntry[], position: number): number {
  let innermost = -1
  let size = Number.POSITIVE_INFINITY
  entries.forEach(({ from, to }, index) => {
    if (from <= position && position < to && to - from < size) {
      innermost = index
      size = to - from
    }
  })
  return innermost
}
