import type { Command } from './command.ts'

/** The commands; each is loaded only when it is asked for. */
export const commands = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  comment: async () => (await import('./commands/comment.ts')).commentCommand,
  replace: async () => (await import('./commands/replace.ts')).replaceCommand,
  edit: async () => (await import('./commands/edit.ts')).editCommand,
  'review-copy': async () => (await import('./commands/review-copy.ts')).reviewCopyCommand,
  return: async () => (await import('./commands/return.ts')).returnCommand,
  merge: async () => (await import('./commands/merge.ts')).mergeCommand,
  compare: async () => (await import('./commands/compare.ts')).compareCommand,
  salvage: async () => (await import('./commands/salvage.ts')).salvageCommand,
  info: async () => (await import('./commands/info.ts')).infoCommand,
} satisfies Record<string, () => Promise<Command>>

export function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name)
}
