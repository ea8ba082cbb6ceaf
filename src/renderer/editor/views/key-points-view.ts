import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view'
import { addKeyPoint } from '../commands/key-points.ts'
import { groupAround } from './text-view.ts'

/**
 * The key points' list in its labelled group. While there are none, a button offers to add one; it belongs
 * to the page's furniture and is no part of the text.
 */
export class KeyPointsView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement

  constructor(node: Node, view: EditorView) {
    this.contentDOM = document.createElement('ul')
    this.contentDOM.className = 'key-points'
    this.contentDOM.dataset.field = 'key-points'
    const add = document.createElement('button')
    add.type = 'button'
    add.className = 'add-key-point'
    add.contentEditable = 'false'
    add.spellcheck = false
    add.textContent = 'Add key point'
    add.addEventListener('click', () => {
      addKeyPoint(view.state, view.dispatch)
      view.focus()
    })
    this.dom = groupAround('Key points', this.contentDOM, add)
    this.draw(node)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'keyPoints') return false
    this.draw(node)
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('.add-key-point') !== null
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  private draw(node: Node): void {
    this.dom.toggleAttribute('data-empty', node.childCount === 0)
  }
}
