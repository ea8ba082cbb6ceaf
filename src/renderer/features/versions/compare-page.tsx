import { DOMSerializer, type Node, type Slice } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view'
import { type CSSProperties, useEffect, useLayoutEffect, useRef } from 'react'
import '../../../core/export/page.css'
import type { Details } from '../../../core/briefing/details.ts'
import { wordingOf } from '../../../core/briefing/wording.ts'
import { schema } from '../../../core/schema/schema.ts'
import type { TextChange } from './changes.ts'
import styles from './compare-page.module.css'

interface ComparePageProps {
  /** What a screen reader calls it. */
  readonly label: string
  readonly before: Node
  readonly after: Node
  readonly details: Details
  readonly changes: readonly TextChange[]
  /** One page with both, or the page as it was, or as it is. */
  readonly show: 'both' | 'before' | 'after'
  /** The change to bring into view, by its place in the list; -1 for none. */
  readonly current: number
}

/** A version as its page, with what differs marked; to look at only. */
export function ComparePage({ label, before, after, details, changes, show, current }: ComparePageProps) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const doc = show === 'before' ? before : after
    const decorations = DecorationSet.create(
      doc,
      changes.flatMap((change, index) => decorate(change, index, show, before, doc)),
    )
    const view = new EditorView(place.current, {
      state: EditorState.create({ doc }),
      editable: () => false,
      decorations: () => decorations,
      attributes: { role: 'document', 'aria-label': label, tabindex: '0' },
    })
    return () => view.destroy()
  }, [label, before, after, changes, show])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view has other elements
  useEffect(() => {
    const marked = place.current?.querySelectorAll<HTMLElement>('[data-change]') ?? []
    for (const element of marked) {
      const isCurrent = Number(element.dataset.change) === current
      element.toggleAttribute('data-current', isCurrent)
    }
    place.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'center' })
  }, [current, changes, show, before, after])

  return (
    <div className={styles.scroller} data-beside={show === 'both' ? undefined : ''}>
      <article
        className={`briefing ${styles.page}`}
        lang={details.language}
        dir={details.direction}
        style={
          {
            '--key-points-label': JSON.stringify(wordingOf(details.language).keyPoints),
          } as CSSProperties
        }
      >
        <div ref={place} className={styles.text} />
      </article>
    </div>
  )
}

/** How one change is marked on a page. */
function decorate(
  { kind, fromA, toA, fromB, toB }: TextChange,
  index: number,
  show: ComparePageProps['show'],
  before: Node,
  doc: Node,
): Decoration[] {
  const isOld = show === 'before'
  const [from, to] = isOld ? [fromA, toA] : [fromB, toB]
  const attributes = { 'data-change': String(index) }
  const decorations: Decoration[] = []
  if (kind === 'form') {
    decorations.push(...formMarks(doc, from, to, attributes))
  } else if (from < to) {
    const nodeName = isOld ? 'del' : 'ins'
    decorations.push(Decoration.inline(from, to, { nodeName, ...attributes }))
    doc.nodesBetween(from, to, (node, pos) => {
      const whole = pos >= from && pos + node.nodeSize <= to
      if (whole && node.isBlock) {
        decorations.push(
          Decoration.node(pos, pos + node.nodeSize, {
            ...attributes,
            class: isOld ? 'old-block' : 'new-block',
          }),
        )
      }
      return !whole
    })
  }
  const shownHere = show === 'both' && fromA < toA && kind !== 'form'
  if (shownHere) decorations.push(deletedWidget(fromB, before.slice(fromA, toA), attributes))
  const nothingHere = decorations.length === 0 || kind === 'break'
  if (nothingHere) decorations.push(placeMark(from, kind === 'break' ? '¶' : '', attributes))
  return decorations
}

function formMarks(doc: Node, from: number, to: number, attributes: Record<string, string>): Decoration[] {
  const block = doc.nodeAt(from)
  if (block?.isBlock)
    return [Decoration.node(from, from + block.nodeSize, { ...attributes, class: 'form-block' })]
  return [Decoration.inline(from, to, { nodeName: 'mark', ...attributes })]
}

/** What is not on this page any more, drawn where it stood. */
function deletedWidget(pos: number, slice: Slice, attributes: Record<string, string>): Decoration {
  const draw = () => {
    const dom = document.createElement('del')
    for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value)
    const content = slice.content
    // Inside a block only its words can stand.
    if (slice.openStart > 0 || slice.openEnd > 0) {
      dom.textContent = content.textBetween(0, content.size, ' ¶ ', '↵')
    } else dom.append(DOMSerializer.fromSchema(schema).serializeFragment(content))
    return dom
  }
  return Decoration.widget(pos, draw, { side: -1 })
}

/** A sign where a page has nothing to show for a change. */
function placeMark(pos: number, sign: string, attributes: Record<string, string>): Decoration {
  const draw = () => {
    const dom = document.createElement('span')
    dom.className = 'change-place'
    dom.textContent = sign
    for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value)
    return dom
  }
  return Decoration.widget(pos, draw, { side: -1 })
}
