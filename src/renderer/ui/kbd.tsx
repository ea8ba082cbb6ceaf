import styles from './kbd.module.css'
import { shortcutLabel } from './shortcut.ts'

/** Shows a key of the commands table ("Mod+F") as it is called on this platform. */
export function Kbd({ shortcut, plain = false }: { shortcut: string; plain?: boolean }) {
  return <kbd className={plain ? styles.plain : styles.key}>{shortcutLabel(shortcut)}</kbd>
}
