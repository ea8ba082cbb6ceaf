import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef } from 'react'
import '../../core/export/page.css'
import type { Details } from '../../core/briefing/details.ts'
import { placeAndDate } from './eyebrow.ts'
import styles from './page.module.css'

interface PageProps {
  readonly editor: Editor
  readonly details: Details
}

/** The page: the sheet with what stands above the headline, and the editor's text. */
export function Page({ editor, details }: PageProps) {
  const text = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { dom } = editor.view
    text.current?.append(dom)
    return () => dom.remove()
  }, [editor])
  const where = placeAndDate(details)
  return (
    <section className={styles.page} aria-label="Page">
      <p className={styles.eyebrow} lang={details.language} dir={details.direction}>
        <span lang="en-GB">Briefing</span>
        {where === '' ? null : <span>{where}</span>}
      </p>
      <div ref={text} className={styles.text} />
    </section>
  )
}
