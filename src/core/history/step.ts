import type { Node } from 'prosemirror-model'
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, Step } from 'prosemirror-transform'
import { schema } from '../schema/schema.ts'

/** Where a step's JSON holds positions; each is a whole number from 0. */
const positionKeys = ['from', 'to', 'gapFrom', 'gapTo', 'insert', 'pos']

/**
 * A step from its JSON.
 * @throws RangeError when it is none
 */
export function readStep(json: Readonly<Record<string, unknown>>): Step {
  for (const key of positionKeys) {
    const position = json[key]
    if (position !== undefined && !(Number.isSafeInteger(position) && Number(position) >= 0)) {
      throw new RangeError(`A step's position "${key}" is not a whole number`)
    }
  }
  return Step.fromJSON(schema, json)
}

/**
 * The document after a step. What the step touched is checked against the schema, content, attributes and
 * marks; what it left alone is not looked at again, so that a keystroke costs no more in a long text.
 * @throws RangeError when the step does not apply or its result is not valid
 */
export function applyStep(doc: Node, step: Step): Node {
  const result = step.apply(doc)
  if (result.doc === null) throw new RangeError(result.failed ?? 'The step does not apply')
  const isOfText = staysInText(doc, step)
  for (const [from, to] of touched(step)) checkRange(result.doc, from, to, isOfText)
  return result.doc
}

/** Whether a step changes only what is inside blocks of text, so that all around them stays as valid as it was. */
function staysInText(doc: Node, step: Step): boolean {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return true
  if (!(step instanceof ReplaceStep)) return false
  const { from, to, slice } = step
  if (slice.openStart + slice.openEnd > 0 || (slice.content.firstChild?.isBlock ?? false)) return false
  const $from = doc.resolve(from)
  return $from.parent.inlineContent && to <= $from.end()
}

/**
 * The document after a step of a log that was replayed: what was checked then is not checked again.
 * @throws RangeError when the step does not apply
 */
export function applyKnownStep(doc: Node, step: Step): Node {
  const result = step.apply(doc)
  if (result.doc === null) throw new RangeError(result.failed ?? 'The step does not apply')
  return result.doc
}

interface Placed {
  readonly from?: number
  readonly to?: number
  readonly pos?: number
  readonly steps?: readonly Step[]
}

/**
 * What applying a step costs (`Scratch.spend`): the siblings that are copied at each level above it, and the range
 * that it goes over. What it brings along is in the file, and paid for with its bytes.
 */
export function workOf(doc: Node, step: Step): number {
  const { from, to, pos, steps } = step as Step & Placed
  if (steps !== undefined) return steps.reduce((sum, one) => sum + workOf(doc, one), 0)
  const start = from ?? pos
  if (start === undefined || start > doc.content.size) return 0
  const place = doc.resolve(start)
  let work = 0
  for (let depth = 0; depth <= place.depth; depth += 1) {
    const { childCount } = place.node(depth)
    // No text has so many blocks, and checking that each may stand where it does is what takes longest.
    work += childCount > 40_000 ? childCount * 20 : childCount / 2
  }
  if (to !== undefined && place.parent.inlineContent && to <= place.end()) {
    // The blocks around it are known: they need not be looked for among all others.
    work += 400 * place.depth
    place.parent.nodesBetween(place.parentOffset, to - place.start(), () => {
      work += 400
    })
  } else if (to !== undefined) {
    doc.nodesBetween(start, Math.min(to, doc.content.size), () => {
      work += 400
    })
  }
  return work
}

/** The ranges of the new document that a step may have changed. */
function touched(step: Step): [from: number, to: number][] {
  const ranges: [number, number][] = []
  step.getMap().forEach((_oldFrom, _oldTo, from, to) => {
    ranges.push([from, to])
  })
  if (ranges.length > 0) return ranges
  // Steps that move nothing: marks name a range, attributes and node marks a position.
  const { from, to, pos, steps } = step as Step & Placed
  if (steps !== undefined) return steps.flatMap(touched)
  if (pos !== undefined) return [[pos, pos + 1]]
  return from !== undefined && to !== undefined ? [[from, to]] : []
}

function checkRange(doc: Node, from: number, to: number, isOfText: boolean): void {
  if (!isOfText) checkContent(doc)
  doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (node, pos) => {
    if (node.isText || (pos >= from && pos < to)) {
      node.check()
      return false
    }
    if (!isOfText || node.inlineContent) checkContent(node)
    return true
  })
}

function checkContent(node: Node): void {
  if (!node.type.validContent(node.content)) throw new RangeError(`Invalid content for ${node.type.name}`)
}

/** Whether a step gives one block another shell of the same size and leaves its content. */
export function isRetyping(step: Step): boolean {
  if (!(step instanceof ReplaceAroundStep)) return false
  const { from, to, gapFrom, gapTo, slice, insert } = step
  return insert === 1 && slice.size === 2 && gapFrom - from === 1 && to - gapTo === 1
}

/** How many units a step puts in. */
export function putIn(step: Step): number {
  let units = 0
  step.getMap().forEach((_oldFrom, _oldTo, from, to) => {
    units += to - from
  })
  return units
}
