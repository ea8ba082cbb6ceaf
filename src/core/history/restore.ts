import { type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform'
import { schema } from '../schema/schema.ts'
import { differingRuns } from './differing-runs.ts'

const comment = schema.mark('comment', { thread: '' }).type

/**
 * The steps that make a text read as it did in an earlier version (R5). Only what differs is replaced, block
 * by block and within a block from its first to its last difference, so that what others work on elsewhere
 * stays in its place. Comments stay where they are; the words that come back bring those of `threads` along.
 */
export function restoreSteps(now: Node, then: Node, threads: ReadonlySet<string>): readonly Step[] {
  const wanted = withoutComments(then, thread => !threads.has(thread))
  const tr = new Transform(now)
  const plan: Replacement[] = []
  compareChildren(withoutComments(now), withoutComments(then), 0, 0, plan)
  // From the end, so that the places of those before stay true.
  for (const { from, to, wantedFrom, wantedTo } of plan.reverse()) {
    if (tr.maybeStep(new ReplaceStep(from, to, wanted.slice(wantedFrom, wantedTo))).failed === null) continue
    // A part can be valid only together with another one; the whole always is.
    return [new ReplaceStep(0, now.content.size, new Slice(wanted.content, 0, 0))]
  }
  return tr.steps
}

/** A text without the marks of comments, or of those whose thread `isMeant`. */
export function withoutComments(doc: Node, isMeant: (thread: string) => boolean = () => true): Node {
  const tr = new Transform(doc)
  doc.descendants((node, pos) => {
    for (const mark of node.marks) {
      if (mark.type !== comment || !isMeant(mark.attrs.thread as string)) continue
      tr.removeMark(pos, pos + node.nodeSize, mark)
    }
  })
  return tr.doc
}

/** A range of the text as it is, and the range of the wanted text that takes its place. */
interface Replacement {
  readonly from: number
  readonly to: number
  readonly wantedFrom: number
  readonly wantedTo: number
}

/** Plans how the children of `a` become those of `b`; both start at the positions given. */
function compareChildren(a: Node, b: Node, aStart: number, bStart: number, plan: Replacement[]): void {
  if (a.isTextblock) {
    const from = a.content.findDiffStart(b.content)
    const end = a.content.findDiffEnd(b.content)
    if (from === null || end === null) return
    // Repeated content can make the two ends of the difference overlap.
    const overlap = Math.max(0, from - Math.min(end.a, end.b))
    plan.push({
      from: aStart + from,
      to: aStart + end.a + overlap,
      wantedFrom: bStart + from,
      wantedTo: bStart + end.b + overlap,
    })
    return
  }
  for (const run of differingRuns(a, b)) {
    const ours = children(a, run.aFrom, run.aTo, aStart)
    const theirs = children(b, run.bFrom, run.bTo, bStart)
    const pairs =
      ours.length === theirs.length && ours.every((one, at) => isSameBlock(one.node, theirs[at]?.node))
    if (!pairs) {
      plan.push({
        from: placeOf(a, run.aFrom, aStart),
        to: placeOf(a, run.aTo, aStart),
        wantedFrom: placeOf(b, run.bFrom, bStart),
        wantedTo: placeOf(b, run.bTo, bStart),
      })
      continue
    }
    for (const [at, { node, pos }] of ours.entries()) {
      const other = theirs[at]
      if (other !== undefined) compareChildren(node, other.node, pos + 1, other.pos + 1, plan)
    }
  }
}

function isSameBlock(a: Node, b: Node | undefined): boolean {
  return b !== undefined && !a.isLeaf && a.hasMarkup(b.type, b.attrs, b.marks)
}

function placeOf(parent: Node, index: number, start: number): number {
  let pos = start
  for (let at = 0; at < index; at += 1) pos += parent.child(at).nodeSize
  return pos
}

function children(parent: Node, from: number, to: number, start: number): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = []
  let pos = placeOf(parent, from, start)
  for (let index = from; index < to; index += 1) {
    const node = parent.child(index)
    found.push({ node, pos })
    pos += node.nodeSize
  }
  return found
}
