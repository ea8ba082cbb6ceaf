import { AllSelection, type Command, Plugin, PluginKey, TextSelection } from 'prosemirror-state'

const pressedKey = new PluginKey<boolean>('selectField')

/** Remembers that Mod-a was pressed in a field without text, until the cursor moves or the text changes. */
export const rememberSelectField = new Plugin<boolean>({
  key: pressedKey,
  state: {
    init: () => false,
    apply: (tr, pressed) =>
      tr.getMeta(pressedKey) === true || (pressed && !tr.docChanged && !tr.selectionSet),
  },
})

/**
 * Mod-a: the text of the field that the cursor is in; pressed again, everything. In a field without text the
 * first press selects nothing: emptying a field must not empty the briefing.
 */
export const selectField: Command = (state, dispatch) => {
  const { selection, doc } = state
  const { $from, $to } = selection
  const all = () => {
    dispatch?.(state.tr.setSelection(new AllSelection(doc)))
    return true
  }
  if ($from.depth === 0 || $from.sharedDepth($to.pos) === 0) return all()
  const wanted = TextSelection.between(doc.resolve($from.start(1)), doc.resolve($from.end(1)))
  if (wanted.empty && pressedKey.getState(state) === false) {
    dispatch?.(state.tr.setMeta(pressedKey, true))
    return true
  }
  if (wanted.empty || (selection.from <= wanted.from && selection.to >= wanted.to)) return all()
  dispatch?.(state.tr.setSelection(wanted))
  return true
}
