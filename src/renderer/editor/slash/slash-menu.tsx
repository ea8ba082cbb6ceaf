import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from '../menus/floating.module.css'
import { anchorOf, Floating } from '../menus/floating.tsx'
import { chooseSlashItem, slashListId, slashOptionId, slashState } from './slash.ts'

/** The list that a slash opens. The keyboard stays in the text, whose plugin moves through the list. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const open = useEditorState({ editor, selector: () => slashState(editor.state), equalityFn: Object.is })
  const active = open?.active
  useEffect(() => {
    if (active !== undefined)
      document.getElementById(slashOptionId(active))?.scrollIntoView({ block: 'nearest' })
  }, [active])
  if (open === null) return null
  return (
    <Floating editor={editor} anchor={() => anchorOf(editor, open.from, open.to)} side="below" align="start">
      <div id={slashListId} className={styles.list} role="listbox" aria-label="Insert" tabIndex={-1}>
        {open.items.map((item, index) => (
          // The text box has the keyboard and chooses by aria-activedescendant.
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={item.command}
            id={slashOptionId(index)}
            className={styles.option}
            role="option"
            aria-selected={index === open.active}
            onMouseDown={event => event.preventDefault()}
            onClick={() => chooseSlashItem(editor.view, item)}
          >
            <Icon of={item.icon} />
            <span className={styles.words}>{item.label}</span>
            <Kbd command={item.command} plain />
          </div>
        ))}
      </div>
    </Floating>
  )
}
