import { ContextMenu as BaseContext } from '@base-ui/react/context-menu'
import { Menu as Base } from '@base-ui/react/menu'
import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import type { CommandId } from '../../contract/commands.ts'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import styles from './popup.module.css'

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
  children: ReactNode
}

export function Menu({ trigger, align = 'start', side = 'bottom', children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} align={align} side={side} sideOffset={4}>
          <Base.Popup className={styles.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface ContextMenuProps {
  /** The place that is right-clicked (or asked with the menu key). */
  trigger: ReactElement
  /** The items; made when the menu opens. */
  children: ReactNode
  onOpenChange?: (open: boolean) => void
}

export function ContextMenu({ trigger, children, onOpenChange }: ContextMenuProps) {
  return (
    <BaseContext.Root onOpenChange={open => onOpenChange?.(open)}>
      <BaseContext.Trigger render={trigger} />
      <BaseContext.Portal>
        <BaseContext.Positioner className={styles.positioner}>
          <BaseContext.Popup className={styles.popup}>{children}</BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  )
}

interface MenuItemProps {
  icon?: LucideIcon
  /** The command it stands for: its key is shown. */
  command?: CommandId | undefined
  /** A second, smaller line. */
  hint?: string
  disabled?: boolean
  danger?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({
  icon,
  command,
  hint,
  disabled = false,
  danger = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Base.Item
      className={classNames(styles.item, danger && styles.danger)}
      disabled={disabled}
      onClick={onSelect}
    >
      {icon === undefined ? null : <Icon of={icon} />}
      <span className={styles.words}>
        {children}
        {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
      </span>
      {command === undefined ? null : <Kbd command={command} plain />}
    </Base.Item>
  )
}

interface MenuChoicesProps<V extends string> {
  label: string
  value: V
  /** `count` is how many of them there are. */
  options: readonly { value: V; label: string; mark?: ReactNode; count?: number }[]
  onChange: (value: V) => void
}

/** A group of which one is chosen. */
export function MenuChoices<V extends string>({ label, value, options, onChange }: MenuChoicesProps<V>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: V) => onChange(next)}>
      <Base.Group>
        <Base.GroupLabel className={styles.label}>{label}</Base.GroupLabel>
        {options.map(option => (
          <Base.RadioItem key={option.value} value={option.value} className={styles.item} closeOnClick>
            {option.mark}
            <span className={styles.words}>{option.label}</span>
            {option.count === undefined ? null : (
              <span className={styles.count}>{option.count.toLocaleString('en-GB')}</span>
            )}
            <span className={styles.tick}>
              <Base.RadioItemIndicator>
                <Icon of={Check} />
              </Base.RadioItemIndicator>
            </span>
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  )
}

export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />
}
