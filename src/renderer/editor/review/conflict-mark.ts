import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { Decoration } from 'prosemirror-view'

/** The place of a conflict that the page shows. */
export interface ShownConflict {
  readonly id: string
  readonly from: number
  readonly to: number
  /** It is at the edge of its block. */
  readonly between: boolean
  /** The colour of whose conflict it is, as a value of CSS. */
  readonly by: string
}

/** The place after a transaction; null where the cursor went elsewhere. */
export function stillShown(shown: ShownConflict | null, tr: Transaction): ShownConflict | null {
  if (shown === null || !(tr.docChanged || tr.selectionSet)) return shown
  const from = tr.mapping.map(shown.from, -1)
  const to = Math.max(from, tr.mapping.map(shown.to, 1))
  const { selection } = tr
  return selection.from > to || selection.to < from ? null : { ...shown, from, to }
}

/** Marks the words of a conflict, or its place between words or between blocks. */
export function conflictDecoration(doc: Node, { from, to, between, by }: ShownConflict): Decoration {
  const style = `--by: ${by}`
  if (from < to) return Decoration.inline(from, to, { class: 'conflict-words', style })
  const $from = doc.resolve(from)
  if (between && $from.depth > 0 && $from.parent.isTextblock) {
    const edge = from === $from.start() && $from.parent.content.size > 0 ? 'before' : 'behind'
    return Decoration.node($from.before(), $from.after(), { class: `conflict-${edge}`, style })
  }
  return Decoration.widget(
    from,
    () => {
      const mark = document.createElement('span')
      mark.className = 'conflict-point'
      mark.style.setProperty('--by', by)
      mark.setAttribute('aria-hidden', 'true')
      return mark
    },
    { side: -1, key: `conflict ${by}`, ignoreSelection: true },
  )
}
