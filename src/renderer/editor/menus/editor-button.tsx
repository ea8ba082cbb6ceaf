import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { type TextCommandId, textCommandStates, textCommands } from '../commands/text-commands.ts'
import { runTextCommand } from '../use-editor-commands.ts'

interface EditorButtonProps extends ComponentProps<'button'> {
  editor: Editor
  command: TextCommandId
  label: string
  icon: LucideIcon
  side?: 'top' | 'bottom'
}

/** A button for a command on the text: down where the command is on, dim where it cannot run. */
export function EditorButton({ editor, command, label, icon, side = 'bottom', ...props }: EditorButtonProps) {
  const { enabled, checked } = useEditorState({
    editor,
    selector: () => textCommandStates(editor.state)[command],
  })
  const isState = 'isOn' in textCommands[command]
  return (
    <IconButton
      label={label}
      icon={icon}
      command={command}
      side={side}
      pressed={isState ? checked : undefined}
      {...props}
      aria-disabled={!enabled}
      onClick={() => {
        if (enabled) runTextCommand(editor, command)
      }}
    />
  )
}
