export type KeyPlatform = 'linux' | 'darwin' | 'win32'

const words: Record<string, string> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Enter: 'Enter',
  Escape: 'Esc',
  Delete: 'Del',
}
const macSigns: Record<string, string> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Ctrl: '⌃',
  Enter: '↩',
  Delete: '⌦',
}
const macOrder = ['Ctrl', 'Alt', 'Shift', 'Mod']

/** The platform that the window runs on, as the browser tells it. */
export function keyPlatform(): KeyPlatform {
  const name = navigator.platform
  if (name.startsWith('Mac')) return 'darwin'
  return name.startsWith('Win') ? 'win32' : 'linux'
}

/**
 * A key in the notation of the commands table ("Mod+Shift+X", Electron's accelerators) as people know it on
 * their platform: "Ctrl Shift X", or "⇧⌘X" on macOS, in the order of Apple's guidelines.
 */
export function shortcutLabel(accelerator: string, platform: KeyPlatform = keyPlatform()): string {
  const parts = accelerator.split('+')
  const key = parts[parts.length - 1] ?? ''
  const modifiers = parts.slice(0, -1)
  if (platform !== 'darwin') {
    const names = modifiers.map(name => (name === 'Mod' ? 'Ctrl' : name))
    return [...names, words[key] ?? key].join(' ')
  }
  const sorted = [...modifiers].sort((a, b) => macOrder.indexOf(a) - macOrder.indexOf(b))
  return [...sorted.map(name => macSigns[name] ?? name), macSigns[key] ?? words[key] ?? key].join('')
}

/** The same for `aria-keyshortcuts` (WAI-ARIA 1.2): "Control+Shift+X". */
export function ariaShortcut(accelerator: string, platform: KeyPlatform = keyPlatform()): string {
  const arrows: Record<string, string> = {
    Up: 'ArrowUp',
    Down: 'ArrowDown',
    Left: 'ArrowLeft',
    Right: 'ArrowRight',
  }
  return accelerator
    .split('+')
    .map(part => {
      if (part === 'Mod') return platform === 'darwin' ? 'Meta' : 'Control'
      return part === 'Ctrl' ? 'Control' : (arrows[part] ?? part)
    })
    .join('+')
}
