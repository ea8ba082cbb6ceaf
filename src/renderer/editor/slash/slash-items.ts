import {
  CaseUpper,
  Heading2,
  Heading3,
  List,
  ListOrdered,
  ListPlus,
  type LucideIcon,
  Minus,
  Pilcrow,
  Quote,
  TextQuote,
} from 'lucide-react'
import type { EditorState } from 'prosemirror-state'
import { type TextCommandId, textCommands } from '../commands/text-commands.ts'

export interface SlashItem {
  readonly command: TextCommandId
  readonly label: string
  /** Other words by which it is found. */
  readonly words: string
  readonly icon: LucideIcon
}

const items: readonly SlashItem[] = [
  { command: 'format.paragraph', label: 'Paragraph', words: 'text plain', icon: Pilcrow },
  { command: 'insert.section', label: 'Section heading', words: 'title h2', icon: Heading2 },
  { command: 'insert.subsection', label: 'Subsection heading', words: 'title h3', icon: Heading3 },
  { command: 'insert.bullets', label: 'Bulleted list', words: 'unordered points ul', icon: List },
  { command: 'insert.numbers', label: 'Numbered list', words: 'ordered ol', icon: ListOrdered },
  { command: 'insert.pull-quote', label: 'Pull quote', words: 'said voice', icon: Quote },
  { command: 'insert.quotation', label: 'Block quotation', words: 'quote cite', icon: TextQuote },
  { command: 'insert.lead-in', label: 'Lead-in', words: 'why it matters', icon: CaseUpper },
  { command: 'insert.divider', label: 'Divider', words: 'rule line hr', icon: Minus },
  { command: 'insert.key-point', label: 'Key point', words: 'bullet top add', icon: ListPlus },
]

/** What the slash menu offers here for what is typed behind the slash. */
export function slashItems(state: EditorState, query: string): readonly SlashItem[] {
  const wanted = query.toLowerCase().trim()
  return items.filter(
    ({ command, label, words }) =>
      !(textCommands[command] as { isOn?: (state: EditorState) => boolean }).isOn?.(state) &&
      textCommands[command].run(state) &&
      `${label} ${words}`
        .toLowerCase()
        .split(' ')
        .concat(label.toLowerCase())
        .some(word => word.startsWith(wanted)),
  )
}
