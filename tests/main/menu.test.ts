import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { commands } from '../../src/contract/commands.ts'
import { worksIn } from '../../src/main/menu/enabled.ts'
import { menuTemplate } from '../../src/main/menu/template.ts'

type Item = MenuItemConstructorOptions
const items = (menu: Item): Item[] => (Array.isArray(menu.submenu) ? menu.submenu : [])
const menus = (platform: NodeJS.Platform, run: (id: string) => void = () => undefined) =>
  menuTemplate(platform, run)

test('holds every command once, in its menu, with its label and its key', () => {
  const built = menus('linux')
  for (const command of commands) {
    const places = built.filter(menu => items(menu).some(({ id }) => id === command.id))
    expect(
      places.map(({ id }) => id),
      command.id,
    ).toEqual([command.menu])
    const item = items(places[0] ?? {}).find(({ id }) => id === command.id)
    expect(item?.label).toBe(command.label)
    expect(item?.accelerator).toBe(
      'key' in command ? command.key.replace('Mod', 'CommandOrControl') : undefined,
    )
    // The page handles the key; the menu only shows it.
    expect(item?.registerAccelerator).toBe(false)
  }
})

test('has the keys of macOS there', () => {
  const edit = menus('darwin').find(({ id }) => id === 'Edit')
  expect(items(edit ?? {}).find(({ id }) => id === 'edit.replace')?.accelerator).toBe(
    'CommandOrControl+Alt+F',
  )
})

test('no key stands for two things', () => {
  for (const platform of ['linux', 'darwin'] as const) {
    const keys = menus(platform)
      .flatMap(items)
      .flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('choosing an item runs its command', () => {
  const ran: string[] = []
  for (const item of menus('linux', id => void ran.push(id)).flatMap(items)) {
    if (item.id !== undefined) item.click?.(undefined as never, undefined as never, undefined as never)
  }
  expect(ran.sort()).toEqual(commands.map(({ id }) => id).sort())
})

test('groups are parted by one line, and none stands at an end', () => {
  for (const menu of menus('linux')) {
    const types = items(menu).map(({ type }) => type)
    expect(types[0]).not.toBe('separator')
    expect(types.at(-1)).not.toBe('separator')
    expect(types.some((type, index) => type === 'separator' && types[index + 1] === 'separator')).toBe(false)
  }
})

test('a command works where its briefing or library is, and nothing works behind a dialog', () => {
  const bold = commands.find(({ id }) => id === 'format.bold')
  const create = commands.find(({ id }) => id === 'briefing.new')
  if (bold === undefined || create === undefined) throw new Error('Both are in the table')
  expect([worksIn(bold, 'desk'), worksIn(bold, 'library'), worksIn(bold, 'dialog')]).toEqual([
    true,
    false,
    false,
  ])
  expect([worksIn(create, 'desk'), worksIn(create, 'library'), worksIn(create, 'dialog')]).toEqual([
    true,
    true,
    false,
  ])
})
