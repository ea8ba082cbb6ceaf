import type { Node } from 'prosemirror-model'

/**
 * The letter or figure that stands right before a place as the text reads, what is suggested to be deleted aside:
 * where it starts; null where a space, a sign or the block's border stands there.
 */
export function letterBefore(doc: Node, pos: number): number | null {
  const $pos = doc.resolve(pos)
  if (!$pos.parent.inlineContent) return null
  for (let at = pos; at > $pos.start(); ) {
    const $at = doc.resolve(at)
    const node = $at.nodeBefore
    if (node === null) return null
    if (!isStruck(node)) return isLetter(Array.from((node.text ?? '').slice(-2)).at(-1)) ? at - 1 : null
    at -= node.nodeSize
  }
  return null
}

/** The same for what stands right behind a place. */
export function letterAfter(doc: Node, pos: number): number | null {
  const $pos = doc.resolve(pos)
  if (!$pos.parent.inlineContent) return null
  for (let at = pos; at < $pos.end(); ) {
    const node = doc.resolve(at).nodeAfter
    if (node === null) return null
    if (!isStruck(node)) return isLetter(Array.from((node.text ?? '').slice(0, 2))[0]) ? at : null
    at += node.nodeSize
  }
  return null
}

/** Whether a place is inside a word, as the text reads. */
export function isInWord(doc: Node, pos: number): boolean {
  return letterBefore(doc, pos) !== null && letterAfter(doc, pos) !== null
}

function isStruck(node: Node): boolean {
  return node.marks.some(mark => mark.type.name === 'deletion')
}

function isLetter(text: string | undefined): boolean {
  return text !== undefined && /[\p{L}\p{N}\p{M}]/u.test(text)
}
