import { DOMParser, type Mark, type TagParseRule } from 'prosemirror-model'
import type { EditorView, MarkView, MarkViewConstructor } from 'prosemirror-view'
import { schema } from '../../../core/schema/schema.ts'
import type { MarkRegistry } from './mark-registry.ts'
import type { ReviewItem } from './review-state.ts'

/**
 * Comments and suggestions on the page, as plain DOM. ProseMirror draws the mark of a block as an element around
 * it; for the style sheet that is a `review-block`.
 */
export function reviewMarkViews(registry: MarkRegistry): Record<string, MarkViewConstructor> {
  const suggestion =
    (tag: 'ins' | 'del' | 'span'): MarkViewConstructor =>
    (mark, _view, inline) => {
      const dom = document.createElement(tag === 'span' && !inline ? 'div' : tag)
      dom.dataset.suggestion = String(mark.attrs.id)
      dom.dataset.author = String(mark.attrs.author)
      dom.dataset.of = tag === 'span' ? 'form' : String(mark.attrs.of)
      if (inline) dom.className = `suggestion ${mark.type.name}`
      else {
        dom.className = `review-block ${mark.type.name}`
        queueMicrotask(() => asListItem(dom))
      }
      // What is deleted is not proofread.
      if (tag === 'del') dom.spellcheck = false
      if (tag === 'span') dom.setAttribute('role', 'mark')
      return registered(registry, { kind: 'suggestion', id: String(mark.attrs.id) }, mark, dom)
    }
  return {
    comment: (mark: Mark, _view: EditorView) => {
      const dom = document.createElement('mark')
      dom.className = 'comment'
      dom.dataset.thread = String(mark.attrs.thread)
      return registered(registry, { kind: 'thread', id: String(mark.attrs.thread) }, mark, dom)
    },
    insertion: suggestion('ins'),
    deletion: suggestion('del'),
    modification: suggestion('span'),
  }
}

/**
 * Reads the page back after typing, where ProseMirror's own knowledge of an element is gone: while an input
 * method composes, and after a dead key. The elements drawn here are known as the marks they show; nothing else
 * is read as one, and the clipboard has a parser without these rules.
 */
export function pageParser(): DOMParser {
  const rules = ['comment', 'insertion', 'deletion', 'modification'].map(
    (name): TagParseRule => ({
      tag: 'mark, ins, del, span, div',
      mark: name,
      getAttrs: element => {
        const mark = drawn.get(element)
        return mark?.type.name === name ? mark.attrs : false
      },
    }),
  )
  return new DOMParser(schema, [...rules, ...DOMParser.fromSchema(schema).rules])
}

/** The mark that each element of the pages shows. */
const drawn = new WeakMap<HTMLElement, Mark>()

function registered(registry: MarkRegistry, item: ReviewItem, mark: Mark, dom: HTMLElement): MarkView {
  registry.add(item, dom)
  drawn.set(dom, mark)
  return {
    dom,
    ignoreMutation: mutation => mutation.type === 'attributes',
    destroy: () => registry.remove(item, dom),
  }
}

/** A list holds items and nothing else (WAI-ARIA 1.2): the element around a marked item is the item. */
function asListItem(dom: HTMLElement): void {
  const list = dom.parentElement
  if (list?.tagName === 'UL' || list?.tagName === 'OL') dom.setAttribute('role', 'listitem')
  else if (list?.getAttribute('role') === 'listitem') dom.setAttribute('role', 'none')
}
