import { Fragment, type Node, Slice } from 'prosemirror-model'
import { type Piece, Pieces } from './pieces.ts'

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
    for (const key of keysOf(slice, between)) this.#remember(key, { slice, pieces })
    if (!isWholeBlocks(slice) || slice.content.childCount < 2) return
    // Of several blocks that were taken out at once each can come back alone.
    const all = new Pieces()
    all.insert(0, pieces)
    slice.content.forEach((block, offset) => {
      const key = keyOf(block)
      const part = {
        slice: new Slice(Fragment.from(block), 0, 0),
        pieces: all.between(offset, offset + block.nodeSize),
      }
      if (key !== null) this.#remember(key, part)
    })
  }

  #remember(key: string, grave: Grave): void {
    if (key.startsWith('blocks')) this.#hasBlocks = true
    const found = this.#graves.get(key)
    if (found === undefined) this.#graves.set(key, [grave])
    else found.push(grave)
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
  const first = isWholeBlocks(slice) ? slice.content.firstChild : null
  const words = first === null ? null : keyOf(first, slice.size)
  return words === null ? keys : [...keys, words]
}

function isWholeBlocks({ content, openStart, openEnd }: Slice): boolean {
  return openStart === 0 && openEnd === 0 && content.firstChild?.isBlock === true
}

/** The key of blocks of a size by the words that the first begins with; null where it has none. */
function keyOf(first: Node, size = first.nodeSize): string | null {
  const words = first.textContent.slice(0, 40)
  return words === '' ? null : `blocks ${size} ${words}`
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
