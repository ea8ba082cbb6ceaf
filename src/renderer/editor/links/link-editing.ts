import { Extension } from '@tiptap/core'
import { type Command, type EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { openLink } from './open-link.ts'

/** The text that a link covers or would cover, and its present address. */
export interface LinkPlace {
  readonly from: number
  readonly to: number
  /** Empty where there is no link yet. */
  readonly href: string
}

const key = new PluginKey<LinkPlace | null>('linkEditing')

/** Keeps which link is being edited while its popover is open; the place follows changes of the text. */
export const LinkEditing = Extension.create({
  name: 'linkEditing',
  addProseMirrorPlugins: () => [
    new Plugin<LinkPlace | null>({
      key,
      state: {
        init: () => null,
        apply(tr, place) {
          const set: LinkPlace | null | undefined = tr.getMeta(key)
          if (set !== undefined) return set
          if (place === null || !tr.docChanged) return place
          return { ...place, from: tr.mapping.map(place.from, 1), to: tr.mapping.map(place.to, -1) }
        },
      },
      props: {
        /** Ctrl or Command and a click opens a link; a click alone is for editing it. */
        handleClick(view, pos, event) {
          const { link } = view.state.schema.marks
          if (link === undefined || !(event.ctrlKey || event.metaKey)) return false
          const $pos = view.state.doc.resolve(pos)
          const marks = [...($pos.nodeAfter?.marks ?? []), ...($pos.nodeBefore?.marks ?? [])]
          const mark = link.isInSet(marks)
          if (mark === undefined) return false
          void openLink(mark.attrs.href as string)
          return true
        },
        // The popover has the keyboard: what it is about stays marked in the text.
        decorations(state) {
          const place = key.getState(state)
          if (place == null || place.from >= place.to) return null
          return DecorationSet.create(state.doc, [
            Decoration.inline(place.from, place.to, { class: 'link-place' }),
          ])
        },
      },
    }),
  ],
})

export function editedLink(state: EditorState): LinkPlace | null {
  return key.getState(state) ?? null
}

/** Opens the popover for the link at the cursor, or for a new one on the selection. */
export const editLink: Command = (state, dispatch) => {
  const place = linkPlace(state)
  if (place === null) return false
  dispatch?.(state.tr.setMeta(key, place))
  return true
}

export const closeLink: Command = (state, dispatch) => {
  dispatch?.(state.tr.setMeta(key, null))
  return true
}

/**
 * Gives the edited place an address; where it covers no text, the address becomes the text.
 * @param href as `safeHref` gives it
 */
export function setLink(place: LinkPlace, href: string): Command {
  return (state, dispatch) => {
    const { link } = state.schema.marks
    if (link === undefined) return false
    if (dispatch === undefined) return true
    const { tr } = state
    let { to } = place
    if (place.from >= to) {
      const words = href.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '')
      tr.insertText(words, place.from)
      to = place.from + words.length
    }
    tr.removeMark(place.from, to, link).addMark(place.from, to, link.create({ href }))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, to)).setMeta(key, null).scrollIntoView())
    return true
  }
}

export function removeLink(place: LinkPlace): Command {
  return (state, dispatch) => {
    const { link } = state.schema.marks
    if (link === undefined) return false
    dispatch?.(state.tr.removeMark(place.from, place.to, link).setMeta(key, null))
    return true
  }
}

/** Where a link is or would be; null where the text may hold none. */
export function linkPlace({ schema, selection }: EditorState): LinkPlace | null {
  const { link } = schema.marks
  if (link === undefined || !(selection instanceof TextSelection)) return null
  const { $from, $to } = selection
  if (!$from.sameParent($to) || !$from.parent.type.allowsMarkType(link)) return null
  const { from, to } = selection
  const before = link.isInSet($from.nodeBefore?.marks ?? [])
  const after = link.isInSet($from.nodeAfter?.marks ?? [])
  const mark = selection.empty ? (after ?? before) : after
  if (mark === undefined) return { from, to, href: '' }
  const block = $from.parent
  let start = after === undefined ? $from.index() - 1 : $from.index()
  let end = start + 1
  while (start > 0 && mark.isInSet(block.child(start - 1).marks)) start -= 1
  while (end < block.childCount && mark.isInSet(block.child(end).marks)) end += 1
  const offset = (index: number) => {
    let sum = $from.start()
    for (let i = 0; i < index; i += 1) sum += block.child(i).nodeSize
    return sum
  }
  return {
    from: Math.min(from, offset(start)),
    to: Math.max(to, offset(end)),
    href: mark.attrs.href as string,
  }
}
