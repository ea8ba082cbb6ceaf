import type { Node } from 'prosemirror-model'
import type { Quote, Thread } from '../briefing/records.ts'
import { isStruck } from '../briefing/standing-text.ts'
import { eachVisibleBlock, visibleText } from './visible.ts'

/** A stretch of text, as document positions. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Where each thread's words are, in the order of the text; a thread without words in the text has no entry. */
export function anchorsOf(doc: Node): Map<string, Range[]> {
  const anchors = new Map<string, Range[]>()
  doc.descendants((node, pos) => {
    if (!node.isInline) return true
    for (const mark of node.marks) {
      if (mark.type.name !== 'comment') continue
      const ranges = anchors.get(mark.attrs.thread as string) ?? []
      const last = ranges[ranges.length - 1]
      if (last !== undefined && last.to === pos) {
        ranges[ranges.length - 1] = { from: last.from, to: pos + node.nodeSize }
      } else {
        ranges.push({ from: pos, to: pos + node.nodeSize })
      }
      anchors.set(mark.attrs.thread as string, ranges)
    }
    return false
  })
  return anchors
}

/** How a thread stands in its briefing. */
export interface PlacedThread {
  readonly thread: Thread
  /** Its words in the text; empty for a thread on the whole briefing, or one whose words are gone. */
  readonly ranges: readonly Range[]
  readonly place: 'text' | 'briefing' | 'lost'
}

/**
 * All threads with their places: first those whose words were removed (they need somebody), then those on the
 * whole briefing, then the others in the order of the text.
 */
export function placeThreads(threads: Iterable<Thread>, doc: Node): PlacedThread[] {
  const anchors = anchorsOf(doc)
  const placed = [...threads].map((thread): PlacedThread => {
    const ranges = anchors.get(thread.id) ?? []
    if (ranges.length > 0) return { thread, ranges, place: 'text' }
    return { thread, ranges, place: thread.quote === null ? 'briefing' : 'lost' }
  })
  const rank = { lost: 0, briefing: 1, text: 2 }
  return placed.sort(
    (a, b) => rank[a.place] - rank[b.place] || (a.ranges[0]?.from ?? 0) - (b.ranges[0]?.from ?? 0),
  )
}

/** How many threads are open, and how many resolved. */
export function countThreads(threads: Iterable<Thread>): { open: number; resolved: number } {
  const count = { open: 0, resolved: 0 }
  for (const { resolved } of threads) count[resolved === null ? 'open' : 'resolved'] += 1
  return count
}

const around = 40

/**
 * The words of a selection, with what stands around them in their blocks; of words that are suggested to be
 * deleted only where there are no others.
 */
export function quoteOf(doc: Node, { from, to }: Range): Quote {
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  const text = standingBetween(doc, from, to)
  const before = standingBetween(doc, $from.start(), from)
  const after = standingBetween(doc, to, $to.end())
  return {
    text: text.trim() === '' ? doc.textBetween(from, to, '\n', ' ') : text,
    before: before.slice(-around),
    after: after.slice(0, around),
  }
}

function standingBetween(doc: Node, from: number, to: number): string {
  const blocks: string[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (isStruck(node)) return false
    if (node.isTextblock) blocks.push('')
    if (!node.isInline) return true
    const words = node.text === undefined ? ' ' : node.text.slice(Math.max(0, from - pos), to - pos)
    blocks.push(`${blocks.pop() ?? ''}${words}`)
    return false
  })
  return blocks.join('\n')
}

/**
 * Where a quote's words stand now: the one place where they stand between the same words, else the only place
 * where they stand at all, within one block. Null where there is none, or more than one to choose from.
 */
export function findQuote(doc: Node, quote: Quote): Range | null {
  if (quote.text === '') return null
  const found: (Range & { score: number })[] = []
  eachVisibleBlock(doc, (block, start) => {
    const { text, posOf } = visibleText(block, start, ' ')
    for (let at = text.indexOf(quote.text); at >= 0; at = text.indexOf(quote.text, at + 1)) {
      const end = at + quote.text.length
      const score =
        Number(text.slice(0, at).endsWith(quote.before)) + Number(text.slice(end).startsWith(quote.after))
      found.push({ from: posOf(at), to: posOf(end - 1) + 1, score })
    }
  })
  const best = Math.max(...found.map(({ score }) => score))
  const [only, another] = found.filter(({ score }) => score === best)
  return only === undefined || another !== undefined ? null : { from: only.from, to: only.to }
}
