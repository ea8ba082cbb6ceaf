import { Eye, MessageSquare, MessageSquareDiff, Pencil } from 'lucide-react'
import type { Mode } from '../../editor/review/review-state.ts'
import { Segments } from '../../ui/segments.tsx'

interface ModeControlProps {
  readonly mode: Mode
  /** Those that may be chosen here. */
  readonly modes: readonly Mode[]
  readonly onChange: (mode: Mode) => void
}

const options = [
  { value: 'editing', label: 'Editing', icon: Pencil },
  { value: 'suggesting', label: 'Suggesting', icon: MessageSquareDiff },
  { value: 'commenting', label: 'Commenting', icon: MessageSquare },
  { value: 'viewing', label: 'Viewing', icon: Eye },
] as const

/** What typing does (R3): changes the text, suggests a change, or nothing. A copy's rights leave some of it (H2). */
export function ModeControl({ mode, modes, onChange }: ModeControlProps) {
  const allowed = options.filter(({ value }) => modes.includes(value))
  return <Segments label="Mode" value={mode} options={allowed} onChange={onChange} shrinks />
}
