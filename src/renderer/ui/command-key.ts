import { type CommandId, commands } from '../../contract/commands.ts'
import { type Keys, keyLabel, keyParts, type Platform } from './keys.ts'

const keysOf = new Map<CommandId, Keys>(commands.map(command => [command.id, command]))

/** The platform that the window runs on, as the browser tells it. */
function keyPlatform(): Platform {
  const name = navigator.platform
  if (name.startsWith('Mac')) return 'darwin'
  return name.startsWith('Win') ? 'win32' : 'linux'
}

/** A command's key as it is called on this platform ("Ctrl+F"); empty where it has none. */
export function commandKey(command: CommandId, platform: Platform = keyPlatform()): string {
  const keys = keysOf.get(command)
  return keys === undefined ? '' : keyLabel(keys, platform)
}

const aria: Record<string, string> = { Up: 'ArrowUp', Down: 'ArrowDown' }

/** The same for `aria-keyshortcuts` (WAI-ARIA 1.2): "Control+Shift+X". */
export function ariaCommandKey(
  command: CommandId | undefined,
  platform: Platform = keyPlatform(),
): string | undefined {
  const keys = command === undefined ? undefined : keysOf.get(command)
  const parts = keys === undefined ? [] : keyParts(keys, platform)
  if (parts.length === 0) return undefined
  const mod = platform === 'darwin' ? 'Meta' : 'Control'
  return parts.map(part => (part === 'Mod' ? mod : (aria[part] ?? part))).join('+')
}
