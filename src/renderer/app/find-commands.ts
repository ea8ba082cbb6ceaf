import { type Command, type CommandId, commands } from '../../contract/commands.ts'

type Entry = Command & { readonly id: CommandId }

/** The commands whose menu and label hold every word that was typed, those that begin with it first. */
export function findCommands(typed: string, enabled: ReadonlySet<CommandId>): Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = (commands as readonly Entry[]).filter(({ id, menu, label }) => {
    const text = `${menu} ${label}`.toLowerCase()
    return id !== 'view.palette' && enabled.has(id) && words.every(word => text.includes(word))
  })
  const [first = ''] = words
  const rank = ({ label }: Entry) => (label.toLowerCase().startsWith(first) ? 0 : 1)
  return found.sort((a, b) => rank(a) - rank(b))
}
