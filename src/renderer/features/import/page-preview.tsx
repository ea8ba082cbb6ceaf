import '../../../core/export/page.css'
import { DOMSerializer, type Node } from 'prosemirror-model'
import { useLayoutEffect, useRef } from 'react'
import type { Details } from '../../../core/briefing/details.ts'
import { classNames } from '../../ui/class-names.ts'
import { useFitScale } from '../../ui/use-fit-scale.ts'
import styles from './page-preview.module.css'

/** The page's width in pixels (interface.md). */
const pageWidth = 760

interface PagePreviewProps {
  doc: Node
  details: Pick<Details, 'language' | 'direction'>
  /** Said under the page, such as that it does not show everything. */
  note?: string | undefined
}

/** How the imported text will look as a page: the page's own style sheet and the schema's own HTML. */
export function PagePreview({ doc, details, note }: PagePreviewProps) {
  const box = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLElement>(null)
  const scale = useFitScale(box, pageWidth)
  useLayoutEffect(() => {
    page.current?.replaceChildren(DOMSerializer.fromSchema(doc.type.schema).serializeFragment(doc.content))
  }, [doc])
  return (
    <section className={styles.preview} aria-label="Preview">
      <div ref={box} className={styles.column}>
        <article
          ref={page}
          className={classNames('briefing', styles.page)}
          lang={details.language}
          dir={details.direction}
          style={{ zoom: scale }}
          // What is shown cannot be followed or filled in: it is a picture of the page.
          inert
        />
        {note === undefined ? null : <p className={styles.note}>{note}</p>}
      </div>
    </section>
  )
}
