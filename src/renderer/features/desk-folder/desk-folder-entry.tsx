import { Eye, FolderInput, FolderOpen, FolderSync, FolderX } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useStore } from 'zustand'
import { offersState } from '../../store/desk-folder/arrivals.ts'
import { useDeskFolder } from '../../store/desk-folder.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import entry from '../../ui/nav-entry.module.css'
import { chooseFolder, leaveFolder, showFolder } from './actions.ts'
import styles from './desk-folder-entry.module.css'

interface DeskFolderEntryProps {
  /** Shows what is offered. */
  readonly onLook: () => void
}

/** The desk folder on the library's left side: chosen here, opened, and left. */
export function DeskFolderEntry({ onLook }: DeskFolderEntryProps) {
  const folder = useDeskFolder()
  const { offers } = useStore(offersState)
  if (folder === null) {
    return (
      <Entry
        name="Desk folder…"
        title="Share briefings through a folder that a sync engine or a network drive keeps the same on several machines"
        onClick={() => void chooseFolder()}
      />
    )
  }
  const title = folder.isThere
    ? `Desk folder: ${folder.path}`
    : `${folder.path} cannot be reached just now. Galley looks for it again; your briefings are safe here.`
  const count = folder.isThere ? (offers.length === 0 ? '' : String(offers.length)) : 'away'
  return (
    <Menu side="top" trigger={<Entry name={folder.name} title={title} count={count} />}>
      {offers.length === 0 ? null : (
        <>
          <MenuItem icon={Eye} onSelect={onLook}>
            {offers.length === 1 ? 'Look at What Is New' : `Look at ${offers.length} Files`}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuItem
        icon={FolderOpen}
        hint={folder.path}
        disabled={!folder.isThere}
        onSelect={() => void showFolder()}
      >
        Open the Folder
      </MenuItem>
      <MenuItem icon={FolderInput} onSelect={() => void chooseFolder()}>
        Choose Another…
      </MenuItem>
      <MenuItem icon={FolderX} onSelect={() => void leaveFolder()}>
        Leave Desk Folder
      </MenuItem>
    </Menu>
  )
}

interface EntryProps extends ComponentProps<'button'> {
  readonly name: string
  readonly count?: string
}

/** Takes what a menu gives its trigger. */
function Entry({ name, count = '', ...props }: EntryProps) {
  const words = [name === 'Desk folder…' ? name : `Desk folder ${name}`, count].filter(part => part !== '')
  return (
    <button type="button" className={entry.entry} aria-label={words.join(', ')} {...props}>
      <Icon of={FolderSync} />
      <span className={entry.name}>{name}</span>
      <span className={styles.count}>{count}</span>
    </button>
  )
}
