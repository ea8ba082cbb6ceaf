import type { Node } from 'prosemirror-model'

/**
 * Whether somebody suggests that a run of text or a block be deleted. What is only a break stays: its words do.
 */
export function isStruck(node: Node): boolean {
  return node.marks.some(mark => mark.type.name === 'deletion' && mark.attrs.of !== 'break')
}

/**
 * The words of a text block without those that are suggested to be deleted: what titles, counts, labels and
 * the search go by. `leaf` stands for a line break.
 */
export function standingText(block: Node, leaf: string): string {
  let text = ''
  block.forEach(node => {
    if (!isStruck(node)) text += node.text ?? leaf
  })
  return text
}

/** Calls `visit` with each text block of a node that nobody suggests to delete, in the order of the text. */
export function eachStandingBlock(node: Node, visit: (block: Node) => void): void {
  node.forEach(child => {
    if (isStruck(child)) return
    if (child.isTextblock) visit(child)
    else eachStandingBlock(child, visit)
  })
}
