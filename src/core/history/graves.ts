import type { Fragment, Node, Slice } from 'prosemirror-model'
import type { Piece, Pieces } from './pieces.ts'

/** The units on either side of a place; null at the ends. */
export interface Between {
  readonly behind: number | null
  readonly ahead: number | null
}

interface Grave {
  readonly slice: Slice
  readonly pieces: readonly Piece[]
}

/**
 * Remembers what one side took out, so that what is put back (an undo, an undone merge, blocks that were cut
 * and pasted elsewhere) is known for what it was: changes of another copy to it still find it.
 */
export class Graves {
  readonly #graves = new Map<string, Grave[]>()
  /** Whether any of them can be found by its words. */
  #hasBlocks = false

  /** Remembers what is taken out: its content, its pieces, and the units it stood between. */
  dig(slice: Slice, pieces: readonly Piece[], between: Between): void {
    const keys = keysOf(slice, between)
    if (keys.length > 2) this.#hasBlocks = true
    for (const key of keys) {
      const found = this.#graves.get(key)
      if (found === undefined) this.#graves.set(key, [{ slice, pieces }])
      else found.push({ slice, pieces })
    }
  }

  /**
   * The pieces of the same content, taken out beside the same unit, or, for whole blocks with words, anywhere.
   * @param size of the content; it is asked for only where something like it was taken out
   */
  open(size: number, content: () => Slice, side: Pieces, between: Between): readonly Piece[] | null {
    if (!this.#hasBlocks && !placesOf(size, between).some(key => this.#graves.has(key))) return null
    const slice = content()
    for (const key of keysOf(slice, between)) {
      const graves = this.#graves.get(key) ?? []
      for (let index = graves.length - 1; index >= 0; index -= 1) {
        const grave = graves[index]
        if (grave === undefined || !isSameSlice(grave.slice, slice)) continue
        graves.splice(index, 1)
        // It may have been put back already under another key.
        if (grave.pieces.every(piece => side.present(piece).length === 0)) return grave.pieces
      }
    }
    return null
  }
}

/** The keys of content of a size by the units beside it. */
function placesOf(size: number, { behind, ahead }: Between): string[] {
  return [`behind ${behind ?? 'nothing'} ${size}`, `ahead ${ahead ?? 'nothing'} ${size}`]
}

/** These, and for whole blocks a third by their words. */
function keysOf(slice: Slice, between: Between): string[] {
  const keys = placesOf(slice.size, between)
  const first = slice.content.firstChild
  const isWholeBlocks = slice.openStart === 0 && slice.openEnd === 0 && first?.isBlock === true
  const words = isWholeBlocks ? firstWords(first) : ''
  if (words !== '') keys.push(`blocks ${slice.size} ${words}`)
  return keys
}

function firstWords(block: Node): string {
  return block.textContent.slice(0, 40)
}

function isSameSlice(a: Slice, b: Slice): boolean {
  return a.openStart === b.openStart && a.openEnd === b.openEnd && isSameContent(a.content, b.content)
}

/** Whether content is the same but for the order of marks: comments that were put back can have changed places. */
function isSameContent(a: Fragment, b: Fragment): boolean {
  if (a.eq(b)) return true
  if (a.childCount !== b.childCount || a.size !== b.size) return false
  return a.content.every((node, index) => {
    const other = b.child(index)
    return (
      node.text === other.text &&
      node.hasMarkup(other.type, other.attrs, node.marks) &&
      node.marks.length === other.marks.length &&
      node.marks.every(mark => mark.isInSet(other.marks)) &&
      isSameContent(node.content, other.content)
    )
  })
}
