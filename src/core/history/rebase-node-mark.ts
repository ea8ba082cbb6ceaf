import type { Node } from 'prosemirror-model'
import { AddNodeMarkStep, RemoveNodeMarkStep } from 'prosemirror-transform'
import { joined } from './clash.ts'
import { wordsBetween } from './conflict.ts'
import { formsDiffer } from './forms.ts'
import type { Rebased } from './rebased.ts'
import type { Side } from './side.ts'
import { isReplacing, isStruck, struckThere } from './struck.ts'

const nothing: Rebased = { steps: [], conflict: null }

/** Carries a step that suggests something about a block, or takes that back. */
export function carryNodeMark(step: AddNodeMarkStep | RemoveNodeMarkStep, before: Node, side: Side): Rebased {
  const { doc, pair } = side
  const pos = pair.placeOf(step.pos)
  const [seen, now] = [before.nodeAt(step.pos), pos === null ? null : doc.nodeAt(pos)]
  const { mark } = step
  const isDeletion = step instanceof AddNodeMarkStep && mark.type.name === 'deletion'
  if (seen === null) return nothing
  if (pos === null || now === null)
    return isDeletion && mark.attrs.of === 'block' ? gone(step, seen, side) : nothing
  if (step instanceof RemoveNodeMarkStep)
    return { steps: [new RemoveNodeMarkStep(pos, mark)], conflict: null }
  const carried = { steps: [new AddNodeMarkStep(pos, mark)], conflict: null }
  if (!isDeletion) return carried
  if (mark.attrs.of === 'break') {
    const behind = pair.placeOf(step.pos - 1)
    if (behind === pos - 1) {
      const isToGo = isStruck(doc.resolve(pos).nodeBefore, before.resolve(step.pos).nodeBefore, 'block')
      const wanted = 'To suggest joining with a block that the other copy suggests deleting'
      return isToGo
        ? { ...carried, conflict: { kind: 'overlap', wanted, content: seen.textContent } }
        : carried
    }
    return behind === null ? nothing : lost('To suggest joining blocks', seen.textContent)
  }
  const end = step.pos + seen.nodeSize
  const images = pair.imagesOf(step.pos, end)
  const struck = struckThere(before, doc, images)
  const isSame =
    now.textContent === seen.textContent &&
    !formsDiffer(before, doc, images) &&
    // What takes its place shows the words that are to go again, and is not what takes its place there.
    (struck.size === 0 || !(side.replacing.has(mark.attrs.id) || isReplacing(doc, struck))) &&
    side.base.movesOf(pair.here.between(step.pos, end)).length === 0
  if (isSame && !isStruck(doc.nodeAt(pos + now.nodeSize), before.nodeAt(end), 'break')) return carried
  const wanted = 'To suggest deleting or replacing a block that was changed meanwhile'
  return { ...carried, conflict: { kind: 'overlap', wanted, content: wordsOfBoth(seen, now) } }
}

/** A block that the branch suggests to delete, and that is not a block of its own any more. */
function gone(
  step: AddNodeMarkStep | RemoveNodeMarkStep,
  seen: Node,
  { doc, pair, replacing }: Side,
): Rebased {
  const kept = joined(pair.imagesOf(step.pos, step.pos + seen.nodeSize))
  const words = kept.map(range => wordsBetween(doc, range.from, range.to)).join('')
  if (words.trim() !== '') return lost('To suggest deleting or replacing a block', seen.textContent)
  if (!replacing.has(step.mark.attrs.id)) return nothing
  return lost('To suggest changing or moving a block that the other copy deleted', seen.textContent)
}

/** What a block says now; where words of it are elsewhere since, as in the half that was split off, also what it said. */
function wordsOfBoth(seen: Node, now: Node): string {
  const there = new Set(now.textContent.split(/\s+/u))
  const isAllThere = seen.textContent.split(/\s+/u).every(word => there.has(word))
  return [isAllThere ? '' : seen.textContent, now.textContent].filter(words => words !== '').join('\n')
}

function lost(wanted: string, content: string): Rebased {
  return { steps: [], conflict: { kind: 'lost', wanted, content } }
}
