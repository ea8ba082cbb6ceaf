import { ReplaceStep, type Transform } from 'prosemirror-transform'
import { schema } from '../schema/schema.ts'
import { suggestionTypes } from '../schema/suggestion.ts'

const types = Object.values(suggestionTypes(schema.marks))

/**
 * Takes off the suggestion marks that typed text took on from the text around it. ProseMirror gives new text
 * the marks of its neighbours; but what I type in your suggestion is mine, and what I type in deleted text is
 * not deleted. Only for typing: content that is moved or undone keeps its marks.
 */
export function dropInheritedSuggestions(tr: Transform): void {
  const count = tr.steps.length
  for (let index = 0; index < count; index += 1) {
    const step = tr.steps[index]
    if (!(step instanceof ReplaceStep) || step.slice.openStart > 0 || step.slice.openEnd > 0) continue
    const from = tr.mapping.slice(index + 1).map(step.from, 1)
    const to = tr.mapping.slice(index + 1).map(step.from + step.slice.size, -1)
    if (from >= to || !tr.doc.resolve(from).parent.isTextblock) continue
    const found = types.filter(type => tr.doc.rangeHasMark(from, to, type))
    for (const type of found) tr.removeMark(from, to, type)
  }
}
