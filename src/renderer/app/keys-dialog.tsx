import { type Command, type CommandId, commands } from '../../contract/commands.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import styles from './keys-dialog.module.css'

type Entry = Command & { readonly id: CommandId }

const withKeys = (commands as readonly Entry[]).filter(({ key }) => key !== undefined)
const menus = [...new Set(withKeys.map(({ menu }) => menu))]

/** F1: every key, by menu. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts" size="medium">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so without a mouse */}
      <section className={styles.menus} aria-label="Keys by menu" tabIndex={0}>
        {menus.map(menu => (
          <section key={menu} className={styles.menu} aria-labelledby={`keys-${menu}`}>
            <h3 id={`keys-${menu}`} className={styles.title}>
              {menu}
            </h3>
            <dl>
              {withKeys
                .filter(entry => entry.menu === menu)
                .map(({ id, label }) => (
                  <div key={id} className={styles.row}>
                    <dt>{label.replace('…', '')}</dt>
                    <dd>
                      <Kbd command={id} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  )
}
