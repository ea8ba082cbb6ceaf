import type { Node, ResolvedPos } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { moveBlocks } from '../move-section.ts'
import { depthOf, fieldAt } from '../structure/place.ts'

interface Move {
  readonly from: number
  readonly to: number
  readonly target: number
}

/**
 * Moves what the cursor is in up or down among its own kind: key points, list items, a section by its heading
 * (with everything in it, past the next section of its level), else the blocks that the selection touches.
 */
export function move(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const plan = planMove(state, direction)
    if (plan === null) return false
    if (dispatch === undefined) return true
    const tr = moveBlocks(state.tr, plan.from, plan.to, plan.target)
    if (tr === null) return false
    dispatch(tr.scrollIntoView())
    return true
  }
}

function planMove({ selection }: EditorState, direction: 'up' | 'down'): Move | null {
  const { $from, $to } = selection
  const field = fieldAt($from)
  if (field === null || field !== fieldAt($to)) return null
  if (field === 'keyPoints') return amongSiblings($from, $to, 1, direction)
  if (field !== 'body') return null
  const item = depthOf($from, 'listItem')
  if (item !== null) return amongSiblings($from, $to, item - 1, direction)
  if ($from.parent.type.name === 'sectionHeading' && $from.sameParent($to)) return section($from, direction)
  return amongSiblings($from, $to, 1, direction)
}

/** The children of the node at `depth` that a selection touches, moved past one of their siblings. */
function amongSiblings(
  $from: ResolvedPos,
  $to: ResolvedPos,
  depth: number,
  direction: 'up' | 'down',
): Move | null {
  if (depth > $from.sharedDepth($to.pos)) return null
  const parent = $from.node(depth)
  const first = $from.index(depth)
  const end = Math.max($to.indexAfter(depth), first + 1)
  const start = $from.start(depth)
  const at = (index: number) => start + offsetOf(parent, index)
  if (direction === 'up') return first === 0 ? null : { from: at(first), to: at(end), target: at(first - 1) }
  return end >= parent.childCount ? null : { from: at(first), to: at(end), target: at(end + 1) }
}

/** A section past the one before or behind it; a subsection also into the section before or behind its own. */
function section($from: ResolvedPos, direction: 'up' | 'down'): Move | null {
  const body = $from.node(1)
  const start = $from.start(1)
  const index = $from.index(1)
  const level = levelOf(body.child(index)) ?? 1
  const at = (place: number) => start + offsetOf(body, place)
  const end = endOfSection(body, index, level)
  if (direction === 'up') {
    let target = index - 1
    while (target >= 0 && (levelOf(body.child(target)) ?? 3) > level) target -= 1
    return target < 0 ? null : { from: at(index), to: at(end), target: at(target) }
  }
  if (end >= body.childCount) return null
  const next = levelOf(body.child(end)) ?? level
  // Behind the heading of a higher level a subsection goes below the paragraphs that open that section.
  const past = endOfSection(body, end, next < level ? 2 : next)
  return { from: at(index), to: at(end), target: at(past) }
}

function levelOf(block: Node): 1 | 2 | null {
  return block.type.name === 'sectionHeading' ? (block.attrs.level as 1 | 2) : null
}

/** The index behind the last block of the section whose heading is at `index`. */
function endOfSection(body: Node, index: number, level: number): number {
  let end = index + 1
  while (end < body.childCount && (levelOf(body.child(end)) ?? 3) > level) end += 1
  return end
}

function offsetOf(parent: Node, index: number): number {
  let offset = 0
  for (let i = 0; i < index; i += 1) offset += parent.child(i).nodeSize
  return offset
}
