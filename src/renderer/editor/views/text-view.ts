import type { Node } from 'prosemirror-model'
import type { NodeView, ViewMutationRecord } from 'prosemirror-view'

/** How a text block stands in the page. */
export interface TextShape {
  readonly tag: string
  readonly className?: string
  /** Drawn by the style sheet while the block is empty; never part of the text. */
  readonly placeholder?: string
  /** Whether the block finds its own direction; blocks inside a list or a quotation take its direction. */
  readonly ownDirection: boolean
  /** The attribute by which the page's style sheet knows a block whose marks it draws. */
  readonly marker?: string
  /** Name of the group around the block, for screen readers. */
  readonly group?: string
}

/**
 * A text block as plain DOM: its direction follows its own words (`dir="auto"`), or the briefing's while it
 * has none, and an empty one shows its placeholder. Nothing is computed but on the block that changed.
 */
export class TextView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private readonly shape: TextShape
  private node: Node

  constructor(node: Node, shape: TextShape) {
    this.node = node
    this.shape = shape
    this.contentDOM = document.createElement(shape.tag)
    if (shape.className !== undefined) this.contentDOM.className = shape.className
    if (shape.placeholder !== undefined) this.contentDOM.dataset.placeholder = shape.placeholder
    if (shape.marker !== undefined) this.contentDOM.setAttribute(shape.marker, '')
    if (shape.tag === 'li') markAsInner(this.contentDOM, node)
    this.dom = shape.group === undefined ? this.contentDOM : groupAround(shape.group, this.contentDOM)
    this.draw()
  }

  update(node: Node): boolean {
    if (!node.sameMarkup(this.node)) return false
    this.node = node
    this.draw()
    return true
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes'
  }

  private draw(): void {
    const empty = this.node.content.size === 0
    this.contentDOM.toggleAttribute('data-empty', empty)
    // A heading without words is announced by what it is for.
    if (/^h\d$/.test(this.shape.tag) && this.shape.placeholder !== undefined) {
      if (empty) this.contentDOM.setAttribute('aria-label', this.shape.placeholder)
      else this.contentDOM.removeAttribute('aria-label')
    }
    if (this.shape.ownDirection) setDirection(this.contentDOM, empty)
  }
}

/** An empty block has no words to take a direction from: it keeps the one around it. */
export function setDirection(element: HTMLElement, empty: boolean): void {
  if (empty) element.removeAttribute('dir')
  else element.setAttribute('dir', 'auto')
}

/** The labelled group that a screen reader announces when the cursor enters a field. */
export function groupAround(label: string, ...children: HTMLElement[]): HTMLElement {
  const group = document.createElement('div')
  nameGroup(group, label)
  group.append(...children)
  return group
}

export function nameGroup(element: HTMLElement, label: string): void {
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', label)
}

/** An item with a mark on it stands in an element of that mark, which is the list's item then. */
export function markAsInner(item: HTMLElement, node: Node): void {
  if (node.marks.length > 0) item.setAttribute('role', 'none')
}
