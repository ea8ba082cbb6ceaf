import type { Author } from '../../../core/briefing/author.ts'
import type { Thread } from '../../../core/briefing/records.ts'
import type { ReviewItem } from './review-state.ts'

/** What the marks on the page show beside the text: whose they are, and which threads are resolved. */
export interface ReviewRecords {
  readonly threads: ReadonlyMap<string, Pick<Thread, 'comments' | 'resolved'>>
  readonly authors: ReadonlyMap<string, Author>
}

const nothing: ReviewRecords = { threads: new Map(), authors: new Map() }

/**
 * The elements of all comments and suggestions on a page, so that a colour, a resolved thread or the active card
 * changes just the elements it is about: no transaction, no decoration, and nothing at a key.
 */
export class MarkRegistry {
  private readonly elements = new Map<string, Set<HTMLElement>>()
  private records = nothing
  private active: string | null = null
  /** Who writes here, known before their first change. */
  private self: Author | null = null

  add(item: ReviewItem, element: HTMLElement): void {
    const key = keyOf(item)
    const known = this.elements.get(key)
    if (known === undefined) this.elements.set(key, new Set([element]))
    else known.add(element)
    this.paint(item, element)
    if (key === this.active) element.dataset.active = 'true'
  }

  remove(item: ReviewItem, element: HTMLElement): void {
    const key = keyOf(item)
    const known = this.elements.get(key)
    known?.delete(element)
    if (known?.size === 0) this.elements.delete(key)
  }

  /** The records as they are now. */
  update(records: ReviewRecords): void {
    if (records.threads === this.records.threads && records.authors === this.records.authors) return
    this.records = records
    this.paintAll()
  }

  setSelf(self: Author): void {
    this.self = self
    this.paintAll()
  }

  /** Which thread or suggestion is the highlighted one. */
  setActive(item: ReviewItem | null): void {
    const key = item === null ? null : keyOf(item)
    if (key === this.active) return
    for (const element of this.elements.get(this.active ?? '') ?? []) delete element.dataset.active
    this.active = key
    for (const element of this.elements.get(key ?? '') ?? []) element.dataset.active = 'true'
  }

  private paintAll(): void {
    for (const [key, elements] of this.elements) {
      const item = itemOf(key)
      for (const element of elements) this.paint(item, element)
    }
  }

  private paint({ kind, id }: ReviewItem, element: HTMLElement): void {
    if (kind === 'suggestion') {
      this.sign(element, element.dataset.author)
      return
    }
    const thread = this.records.threads.get(id)
    this.sign(element, thread?.comments[0]?.author)
    // A mark whose thread is not there has nothing to show, nor has one that is dealt with.
    const state = thread === undefined ? 'unknown' : thread.resolved === null ? 'open' : 'resolved'
    element.dataset.state = state
    element.setAttribute('role', state === 'open' ? 'mark' : 'none')
  }

  /** The colour of an author on this page, as a value of CSS. */
  colourOf(id: string): string {
    const author = this.authorOf(id)
    return author === null ? 'var(--ink-3)' : `var(--author-${author.colour})`
  }

  private authorOf(id: string | undefined): Author | null {
    return this.records.authors.get(id ?? '') ?? (this.self?.id === id ? this.self : null)
  }

  private sign(element: HTMLElement, id: string | undefined): void {
    const author = this.authorOf(id)
    element.style.setProperty('--by', this.colourOf(id ?? ''))
    if (author === null) element.removeAttribute('aria-description')
    else element.setAttribute('aria-description', author.name)
  }
}

function keyOf({ kind, id }: ReviewItem): string {
  return `${kind} ${id}`
}

function itemOf(key: string): ReviewItem {
  const [kind, id = ''] = key.split(' ')
  return { kind: kind === 'thread' ? 'thread' : 'suggestion', id }
}
