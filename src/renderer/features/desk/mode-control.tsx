import { Eye, MessageSquareDiff, Pencil } from 'lucide-react'
import type { Mode } from '../../editor/review/review-state.ts'
import { Segments } from '../../ui/segments.tsx'

interface ModeControlProps {
  readonly mode: Mode
  readonly onChange: (mode: Mode) => void
}

const options = [
  { value: 'editing', label: 'Editing', icon: Pencil },
  { value: 'suggesting', label: 'Suggesting', icon: MessageSquareDiff },
  { value: 'viewing', label: 'Viewing', icon: Eye },
] as const

/** What typing does (R3): changes the text, suggests a change, or nothing. */
export function ModeControl({ mode, onChange }: ModeControlProps) {
  return <Segments label="Mode" value={mode} options={options} onChange={onChange} shrinks />
}
