import type { Editor } from '@tiptap/core'
import { type CSSProperties, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react'
import '../../core/export/page.css'
import './review/review-marks.css'
import { bylineText } from '../../core/briefing/byline.ts'
import type { Details } from '../../core/briefing/details.ts'
import { placeAndDate } from '../../core/briefing/place-and-date.ts'
import { wordingOf } from '../../core/briefing/wording.ts'
import { KeyPointHandle } from './key-point-handle.tsx'
import { LinkPopover } from './links/link-popover.tsx'
import { SelectionMenu } from './menus/selection-menu.tsx'
import { goWhereAsked, TextMenu } from './menus/text-menu.tsx'
import styles from './page.module.css'
import { SlashMenu } from './slash/slash-menu.tsx'
import { useSpelling } from './spelling/use-spelling.ts'
import { typeAtEnd } from './type-at-end.ts'
import { setByline } from './views/byline.ts'

interface PageProps {
  readonly editor: Editor
  readonly details: Details
  /** Whether misspelt words are underlined, where the language has a dictionary. */
  readonly spelling: boolean
}

/** The page: the sheet with what stands above the headline, and the editor's text; and what floats over it. */
export function Page({ editor, details, spelling }: PageProps) {
  const text = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLElement>(null)
  const speller = useSpelling(editor, details.language, spelling)
  useLayoutEffect(() => {
    const { dom } = editor.view
    text.current?.append(dom)
    return () => dom.remove()
  }, [editor])
  const byline = bylineText(details)
  useEffect(() => setByline(editor, byline), [editor, byline])
  const where = placeAndDate(details)
  const wording = wordingOf(details.language)
  const onMouseDown = (event: MouseEvent) => {
    const below = event.clientY > editor.view.dom.getBoundingClientRect().bottom
    if (event.target !== event.currentTarget || event.button !== 0 || !below) return
    event.preventDefault()
    typeAtEnd(editor)
  }
  return (
    <section className={styles.place} aria-label="Page">
      <TextMenu
        editor={editor}
        speller={speller}
        trigger={
          <article
            ref={sheet}
            className={`briefing ${styles.page}`}
            lang={details.language}
            dir={details.direction}
            style={{ '--key-points-label': JSON.stringify(wording.keyPoints) } as CSSProperties}
            onMouseDown={onMouseDown}
            onContextMenuCapture={event => goWhereAsked(editor, event)}
          >
            <p className={`eyebrow ${styles.eyebrow}`}>
              <span>{wording.briefing}</span>
              {where === '' ? null : <span>{where}</span>}
            </p>
            <div ref={text} className={styles.text} />
            <KeyPointHandle editor={editor} sheet={sheet} />
          </article>
        }
      />
      <SelectionMenu editor={editor} />
      <SlashMenu editor={editor} />
      <LinkPopover editor={editor} />
    </section>
  )
}
