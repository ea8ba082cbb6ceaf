import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, type Step, type StepMap } from 'prosemirror-transform'

/** A part of the document that the base side put in (`content`) or gave another form (`form`). */
export interface Trace {
  readonly kind: 'content' | 'form'
  readonly from: number
  readonly to: number
}

/**
 * What the base side's steps since the common ancestor left behind, as ranges of the current document. An
 * incoming deletion must leave these words alone (architecture: hand-off and merge, first rule).
 */
export class Footprint {
  #traces: Trace[] = []

  /** Notes a step of the base side. */
  add(step: Step): void {
    const map = step.getMap()
    this.follow(map)
    map.forEach((_oldFrom, _oldTo, from, to) => {
      if (from < to) this.#traces.push({ kind: 'content', from, to })
    })
    if (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) return
    const { from, to, pos } = step as Step & { from?: number; to?: number; pos?: number }
    if (from !== undefined && to !== undefined) this.#traces.push({ kind: 'form', from, to })
    if (pos !== undefined) this.#traces.push({ kind: 'form', from: pos, to: pos + 1 })
  }

  /** Moves along with a step of either side. What is put in at a trace's edge is not part of it. */
  follow(map: StepMap): void {
    this.#traces = this.#traces.flatMap(({ kind, from, to }) => {
      const moved = { kind, from: map.map(from, 1), to: map.map(to, -1) }
      return moved.from < moved.to ? [moved] : []
    })
  }

  /** The traces that share something with a range, cut to it. */
  within(from: number, to: number): Trace[] {
    return this.#traces
      .filter(trace => trace.from < to && trace.to > from)
      .map(trace => ({ ...trace, from: Math.max(trace.from, from), to: Math.min(trace.to, to) }))
  }

  /** The runs of words that the base side put in within a range, in order, none sharing anything. */
  wordsWithin(doc: Node, from: number, to: number): { from: number; to: number }[] {
    const runs: { from: number; to: number }[] = []
    const words = this.within(from, to)
      .filter(trace => trace.kind === 'content' && doc.textBetween(trace.from, trace.to, ' ').trim() !== '')
      .sort((a, b) => a.from - b.from || a.to - b.to)
    for (const { from, to } of words) {
      const last = runs.at(-1)
      if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
      else runs.push({ from, to })
    }
    return runs
  }
}
