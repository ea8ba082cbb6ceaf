import type { MenuItemConstructorOptions } from 'electron'
import { type Command, type CommandId, commands } from '../../contract/commands.ts'

type Item = MenuItemConstructorOptions

const menus: readonly Command['menu'][] = ['File', 'Edit', 'Insert', 'Format', 'Review', 'View', 'Help']

/**
 * The application menu: every command of the table with its key, and beside them what the system does itself.
 * Elsewhere than on macOS the page handles the keys of the table; the menu only shows them.
 */
export function menuTemplate(platform: NodeJS.Platform, run: (id: CommandId) => void): Item[] {
  const mac = platform === 'darwin'
  const own: Item[] = menus.map(menu => ({
    id: menu,
    label: mac ? menu : `&${menu}`,
    submenu: withSystemItems(menu, commandGroups(menu, mac, run), mac)
      .filter(group => group.length > 0)
      .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group])),
  }))
  return mac ? [{ role: 'appMenu' }, ...own, { role: 'windowMenu' }] : own
}

function commandGroups(menu: Command['menu'], mac: boolean, run: (id: CommandId) => void): Item[][] {
  const groups: Item[][] = [[]]
  for (const command of commands) {
    if (command.menu !== menu) continue
    if ('group' in command) groups.push([])
    groups.at(-1)?.push(commandItem(command, command.id, mac, run))
  }
  return groups
}

function commandItem(command: Command, id: CommandId, mac: boolean, run: (id: CommandId) => void): Item {
  const key = (mac ? command.macKey : undefined) ?? command.key
  return {
    id,
    label: command.label,
    type: command.ticked === true ? 'checkbox' : 'normal',
    registerAccelerator: false,
    click: () => run(id),
    ...(key === undefined ? {} : { accelerator: key.replace('Mod', 'CommandOrControl') }),
  }
}

/** The groups of a menu with those of the system where one looks for them. */
function withSystemItems(menu: Command['menu'], groups: Item[][], mac: boolean): Item[][] {
  switch (menu) {
    case 'File':
      return [...groups, [mac ? { role: 'close' } : { role: 'quit', accelerator: 'CommandOrControl+Q' }]]
    case 'Edit': {
      const [undoAndRedo = [], ...rest] = groups
      return [undoAndRedo, clipboard, ...rest]
    }
    case 'View':
      return [...groups, zoom, mac ? [{ role: 'togglefullscreen' }] : [fullScreen, minimise]]
    case 'Help':
      return mac ? groups : [...groups, [{ role: 'about', label: 'About Galley' }]]
    case 'Insert':
    case 'Format':
    case 'Review':
      return groups
  }
}

/** With their keys, since Electron shows those of roles in no menu that pops up. */
const zoom: Item[] = [
  { role: 'resetZoom', accelerator: 'CommandOrControl+0' },
  { role: 'zoomIn', accelerator: 'CommandOrControl+Plus' },
  // The same key without Shift, where the plus needs it.
  { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
  { role: 'zoomOut', accelerator: 'CommandOrControl+-' },
]

const fullScreen: Item = { role: 'togglefullscreen', label: 'Full Screen', accelerator: 'F11' }
const minimise: Item = { role: 'minimize', label: 'Minimise' }

const clipboard: Item[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle' },
  { role: 'selectAll' },
]
