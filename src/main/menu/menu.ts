import { Menu } from 'electron'
import type { Request } from '../../contract/channels.ts'
import { type CommandId, commands } from '../../contract/commands.ts'
import { worksIn } from './enabled.ts'
import { menuTemplate } from './template.ts'

type Shown = Pick<Request<'window.describe'>, 'where' | 'checked' | 'off'>

/**
 * Sets the application menu.
 * @param run what choosing a command does
 * @returns makes the menu follow what the window shows: what works there now, and what is on
 */
export function setMenu(run: (id: CommandId) => void): (shown: Shown) => void {
  let shown: Shown = { where: 'dialog', checked: [] }
  const menu = Menu.buildFromTemplate(
    menuTemplate(process.platform, id => {
      run(id)
      // Choosing a ticked item toggles its tick; what is on is for the page to say.
      follow(shown)
    }),
  )
  Menu.setApplicationMenu(menu)

  const follow = (next: Shown) => {
    shown = next
    for (const command of commands) {
      const item = menu.getMenuItemById(command.id)
      if (item === null) continue
      item.enabled = worksIn(command, shown.where) && shown.off?.includes(command.id) !== true
      if (item.type === 'checkbox') item.checked = shown.checked.includes(command.id)
    }
  }
  follow(shown)
  return follow
}
