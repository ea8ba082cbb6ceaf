import type { CommandId } from '../../contract/commands.ts'
import { commandKey } from './command-key.ts'
import styles from './kbd.module.css'

/** Shows a command's key as it is called on this platform; nothing where the command has none. */
export function Kbd({ command, plain = false }: { command: CommandId; plain?: boolean }) {
  const label = commandKey(command)
  if (label === '') return null
  return <kbd className={plain ? styles.plain : styles.key}>{label}</kbd>
}
