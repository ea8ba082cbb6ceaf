/** A command's keys, as src/contract/commands.ts has them. */
export interface Keys {
  readonly id: string
  readonly key?: string
  readonly macKey?: string
}

export type Platform = 'linux' | 'darwin' | 'win32'

/** What of a keyboard event decides which key it is. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'getModifierState'
>

/** A command's key on this platform as its parts, e.g. `['Mod', 'Shift', 'X']`; empty where it has none. */
export function keyParts(command: Keys, platform: Platform): string[] {
  const key = platform === 'darwin' ? (command.macKey ?? command.key) : command.key
  return key === undefined ? [] : key.split('+')
}

const shown: Record<string, string> = { Mod: 'Ctrl', Up: '↑', Down: '↓' }
const shownOnMac: Record<string, string> = { ...shown, Mod: '⌘', Alt: '⌥', Shift: '⇧' }

/** A command's key as people read it: "Ctrl+Shift+X", on macOS "⇧⌘X"; empty where it has none. */
export function keyLabel(command: Keys, platform: Platform): string {
  const parts = keyParts(command, platform)
  if (platform !== 'darwin') return parts.map(part => shown[part] ?? part).join('+')
  // Apple's order of modifiers: ⌥ ⇧ ⌘, then the key.
  const order = ['Alt', 'Shift', 'Mod']
  const rank = (part: string) => (order.includes(part) ? order.indexOf(part) : order.length)
  return [...parts]
    .sort((a, b) => rank(a) - rank(b))
    .map(part => shownOnMac[part] ?? part)
    .join('')
}

/**
 * Whether a key press is a command's key. All modifiers must agree. AltGr is not Ctrl+Alt: it types
 * characters (on Windows it reports both), so a press with it never is a command.
 */
export function isKeyOf(press: KeyPress, command: Keys, platform: Platform): boolean {
  const parts = keyParts(command, platform)
  const key = parts.at(-1)
  if (key === undefined || press.isComposing || press.getModifierState('AltGraph')) return false
  const mod = parts.includes('Mod')
  const mac = platform === 'darwin'
  return (
    press.ctrlKey === (mod && !mac) &&
    press.metaKey === (mod && mac) &&
    press.altKey === parts.includes('Alt') &&
    press.shiftKey === parts.includes('Shift') &&
    isKey(press, key)
  )
}

const named: Record<string, string> = { Up: 'ArrowUp', Down: 'ArrowDown' }
const codes: Record<string, string> = { '.': 'Period', ',': 'Comma', '\\': 'Backslash' }

function isKey(press: KeyPress, key: string): boolean {
  if (press.key.toLowerCase() === (named[key] ?? key).toLowerCase()) return true
  // Shift or a French layout turns figures into signs: the place on the keyboard decides.
  if (/^\d$/.test(key)) return press.code === `Digit${key}`
  // A layout without Latin letters, and Option on macOS, give another character on the same place.
  const typesLatin = /^[\x20-\x7e]$/.test(press.key)
  return !typesLatin && press.code === (codes[key] ?? `Key${key}`)
}
