import type { Node } from 'prosemirror-model'
import type { NodeView, ViewMutationRecord } from 'prosemirror-view'
import { markAsInner, setDirection } from './text-view.ts'

/**
 * A list, a quotation or a pull quote: its direction follows its own words, so that bullets and rules stand
 * on the side where the reading starts. A list's item takes the list's direction.
 */
export class ContainerView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private node: Node

  constructor(node: Node, tag: string, className?: string) {
    this.node = node
    this.dom = this.contentDOM = document.createElement(tag)
    if (className !== undefined) this.dom.className = className
    if (node.type.name === 'orderedList' && node.attrs.start !== 1) {
      this.dom.setAttribute('start', String(node.attrs.start))
    }
    if (tag === 'li') markAsInner(this.dom, node)
    else setDirection(this.dom, node.textContent === '')
  }

  update(node: Node): boolean {
    if (!node.sameMarkup(this.node)) return false
    this.node = node
    if (this.dom.tagName !== 'LI') setDirection(this.dom, node.textContent === '')
    return true
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes'
  }
}
