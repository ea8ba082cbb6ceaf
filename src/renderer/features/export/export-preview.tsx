import { useRef } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { useFitScale } from '../../ui/use-fit-scale.ts'
import styles from './export-preview.module.css'
import type { FormatId } from './formats.ts'

/** The page's width in pixels (interface.md); a narrower preview shows it smaller, not another layout. */
const pageWidth = 760

interface ExportPreviewProps {
  format: FormatId
  /** What will be written; null while it is being made. */
  content: string | null
}

/** P2: exactly what will be written. Pages in a frame that runs no scripts, the rest as it reads. */
export function ExportPreview({ format, content }: ExportPreviewProps) {
  return (
    <section className={styles.preview} aria-label="Preview" aria-busy={content === null}>
      {content === null ? null : format === 'html' || format === 'pdf' ? (
        <PageFrame html={content} paper={format === 'pdf'} />
      ) : (
        // Long lines and long texts scroll, also by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <pre className={styles.code} tabIndex={0}>
          {content}
        </pre>
      )}
    </section>
  )
}

function PageFrame({ html, paper }: { html: string; paper: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  const scale = useFitScale(box, pageWidth)
  return (
    <div ref={box} className={classNames(styles.sheet, paper && styles.paper)}>
      <iframe
        className={classNames(styles.frame, paper && styles.paper)}
        title="The page as it will be written"
        sandbox=""
        srcDoc={html}
        style={{ width: `${100 / scale}%`, height: `${100 / scale}%`, transform: `scale(${scale})` }}
      />
    </div>
  )
}
