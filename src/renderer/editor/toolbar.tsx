import { Toolbar as Base } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import {
  Bold,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquarePlus,
  Quote,
  Redo2,
  TextQuote,
  Undo2,
} from 'lucide-react'
import { runCommand } from '../ui/commands.ts'
import { IconButton } from '../ui/icon-button.tsx'
import type { TextCommandId } from './commands/text-commands.ts'
import { BlockMenu } from './menus/block-menu.tsx'
import { EditorButton } from './menus/editor-button.tsx'
import styles from './menus/toolbar.module.css'

const groups: readonly (readonly [TextCommandId, string, LucideIcon][])[] = [
  [
    ['format.bold', 'Bold', Bold],
    ['format.italic', 'Italic', Italic],
    ['format.link', 'Link', Link],
  ],
  [
    ['insert.bullets', 'Bulleted list', List],
    ['insert.numbers', 'Numbered list', ListOrdered],
    ['insert.quotation', 'Block quotation', TextQuote],
    ['insert.pull-quote', 'Pull quote', Quote],
  ],
  [
    ['edit.undo', 'Undo', Undo2],
    ['edit.redo', 'Redo', Redo2],
  ],
]

/** The slim bar that floats over the top of the page. One tab stop; arrow keys go through it. */
export function Toolbar({ editor }: { editor: Editor }) {
  return (
    <div className={styles.place}>
      <Base.Root
        className={styles.pill}
        aria-label="Formatting"
        // A press with the mouse leaves the keyboard with the text.
        onMouseDown={event => event.preventDefault()}
      >
        <BlockMenu editor={editor} />
        {groups.map(group => (
          <Base.Group key={group[0]?.[0]} className={styles.group}>
            {group.map(([command, label, icon]) => (
              <Base.Button
                key={command}
                render={<EditorButton editor={editor} command={command} label={label} icon={icon} />}
              />
            ))}
          </Base.Group>
        ))}
        <Base.Group className={styles.group}>
          <Base.Button
            render={
              <IconButton
                label="Start a thread"
                icon={MessageSquarePlus}
                command="review.comment"
                onClick={() => runCommand('review.comment')}
              />
            }
          />
        </Base.Group>
      </Base.Root>
    </div>
  )
}
