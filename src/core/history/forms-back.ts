import { Fragment, Mark, type Node, Slice } from 'prosemirror-model'
import {
  AddMarkStep,
  AddNodeMarkStep,
  RemoveMarkStep,
  RemoveNodeMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from 'prosemirror-transform'
import type { Pair } from './kept-units.ts'
import { tokensIn } from './tokens.ts'

/** Neighbouring characters that all get the same other marks. */
interface Run {
  readonly from: number
  to: number
  readonly is: readonly Mark[]
  readonly wanted: readonly Mark[]
}

/**
 * The steps that give units of a document the form that they have in another: blocks their kind and attributes,
 * words their marks. Those of one thing are together; no place moves by any of them.
 */
export function formsBack(now: Node, other: Node, pairs: readonly Pair[]): (readonly Step[])[] {
  const [ours, theirs] = [tokensIn(now), tokensIn(other)]
  const blocks: (readonly Step[])[] = []
  const runs: Run[] = []
  for (const { at, wanted: place } of pairs) {
    const { kind, node: is } = ours[at] ?? {}
    const wanted = theirs[place]?.node
    if (is === undefined || wanted === undefined || is === wanted) continue
    if (kind === 'close' || is.sameMarkup(wanted)) continue
    const run = runs.at(-1)
    if (kind === 'open') blocks.push([blockAs(at, is, wanted)])
    else if (!is.isInline) blocks.push(leafAs(at, is.marks, wanted.marks))
    else if (run?.to === at && Mark.sameSet(run.is, is.marks) && Mark.sameSet(run.wanted, wanted.marks)) {
      run.to += 1
    } else runs.push({ from: at, to: at + 1, is: is.marks, wanted: wanted.marks })
  }
  return [...blocks, ...runs.map(run => textAs(now, run))]
}

function blockAs(at: number, is: Node, wanted: Node): Step {
  const shell = wanted.type.create(wanted.attrs, null, wanted.marks)
  const end = at + is.nodeSize
  return new ReplaceAroundStep(at, end, at + 1, end - 1, new Slice(Fragment.from(shell), 0, 0), 1, true)
}

function leafAs(at: number, is: readonly Mark[], wanted: readonly Mark[]): readonly Step[] {
  // From the last on, so that taking this back puts them in the order that they had.
  return [
    ...is.toReversed().map(mark => new RemoveNodeMarkStep(at, mark)),
    ...wanted.map(mark => new AddNodeMarkStep(at, mark)),
  ]
}

/** By steps of marks where those can be taken back to the letter; else the same words are put in anew. */
function textAs(doc: Node, { from, to, is, wanted }: Run): readonly Step[] {
  const off = is.filter(mark => !mark.isInSet(wanted))
  const on = wanted.filter(mark => !mark.isInSet(is))
  const both = is.filter(mark => mark.isInSet(wanted))
  const isExact =
    Mark.sameSet(together(both, on), wanted) && Mark.sameSet(together(both, off.toReversed()), is)
  if (!isExact) {
    const nodes: Node[] = []
    doc.slice(from, to).content.forEach(node => {
      nodes.push(node.mark(wanted))
    })
    return [new ReplaceStep(from, to, new Slice(Fragment.from(nodes), 0, 0))]
  }
  return [
    ...off.map(mark => new RemoveMarkStep(from, to, mark)),
    ...on.map(mark => new AddMarkStep(from, to, mark)),
  ]
}

function together(marks: readonly Mark[], more: readonly Mark[]): readonly Mark[] {
  return more.reduce((all, mark) => mark.addToSet(all), marks)
}
