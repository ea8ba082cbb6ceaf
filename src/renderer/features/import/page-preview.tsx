import '../../../core/export/page.css'
import { useLayoutEffect, useRef } from 'react'
import { exportFragment } from '../../../core/export/fragment.ts'
import type { Publication } from '../../../core/export/publication.ts'
import { classNames } from '../../ui/class-names.ts'
import { useFitScale } from '../../ui/use-fit-scale.ts'
import styles from './page-preview.module.css'

/** The page's width in pixels (interface.md). */
const pageWidth = 760

interface PagePreviewProps {
  publication: Publication
  /** Said under the page, such as that it does not show everything. */
  note?: string | undefined
}

/** How the imported text will look as a page: what an export would write, under the page's own style sheet. */
export function PagePreview({ publication, note }: PagePreviewProps) {
  const box = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLElement>(null)
  const scale = useFitScale(box, pageWidth)
  useLayoutEffect(() => {
    // A parsed document runs nothing; the export escaped every letter that is not its own.
    const parsed = new DOMParser().parseFromString(exportFragment(publication), 'text/html')
    page.current?.replaceChildren(...(parsed.querySelector('article')?.childNodes ?? []))
  }, [publication])
  return (
    // It scrolls, so the keyboard must be able to go there.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.preview} aria-label="Preview" tabIndex={0}>
      <div ref={box} className={styles.column}>
        <article
          ref={page}
          className={classNames('briefing', styles.page)}
          lang={publication.details.language}
          dir={publication.details.direction}
          style={{ zoom: scale }}
          // What is shown cannot be followed or filled in: it is a picture of the page.
          inert
        />
        {note === undefined ? null : <p className={styles.note}>{note}</p>}
      </div>
    </section>
  )
}
