import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { ChevronDown } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuChoices } from '../../ui/menu.tsx'
import { type BlockType, blockTypeAt } from '../commands/block-type.ts'
import type { TextCommandId } from '../commands/text-commands.ts'
import { fieldAt } from '../structure/place.ts'
import { runTextCommand } from '../use-editor-commands.ts'
import styles from './toolbar.module.css'

const choices: readonly { value: BlockType; label: string; command: TextCommandId }[] = [
  { value: 'paragraph', label: 'Paragraph', command: 'format.paragraph' },
  { value: 'section', label: 'Section heading', command: 'insert.section' },
  { value: 'subsection', label: 'Subsection heading', command: 'insert.subsection' },
  { value: 'bullets', label: 'Bulleted list', command: 'insert.bullets' },
  { value: 'numbers', label: 'Numbered list', command: 'insert.numbers' },
  { value: 'quotation', label: 'Block quotation', command: 'insert.quotation' },
  { value: 'pullQuote', label: 'Pull quote', command: 'insert.pull-quote' },
]

const fieldNames = { headline: 'Headline', standfirst: 'Standfirst', keyPoints: 'Key point', body: 'Divider' }

/** Says what the cursor is in, and in the body lets the user choose another kind of block. */
export function BlockMenu({ editor }: { editor: Editor }) {
  const { type, field } = useEditorState({
    editor,
    selector: () => ({
      type: blockTypeAt(editor.state),
      field: fieldAt(editor.state.selection.$from),
    }),
  })
  const label =
    choices.find(({ value }) => value === type)?.label ?? (field === null ? 'Everything' : fieldNames[field])
  const trigger = (
    <Toolbar.Button
      disabled={type === null}
      render={<Button variant="quiet" trailing={ChevronDown} className={styles.blocks} />}
      aria-label={`Block: ${label}`}
    >
      <span className={styles.blockName}>{label}</span>
    </Toolbar.Button>
  )
  if (type === null) return trigger
  return (
    <Menu trigger={trigger}>
      <MenuChoices
        label="Block"
        value={type}
        options={choices}
        onChange={next => {
          const choice = choices.find(({ value }) => value === next)
          if (choice !== undefined && next !== type) runTextCommand(editor, choice.command)
        }}
      />
    </Menu>
  )
}
