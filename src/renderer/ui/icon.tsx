import type { LucideIcon } from 'lucide-react'

/** An icon at the one size and weight of the interface. It is decoration: the words beside it name it. */
export function Icon({ of: Glyph }: { of: LucideIcon }) {
  return <Glyph size={16} strokeWidth={1.75} aria-hidden focusable={false} />
}
