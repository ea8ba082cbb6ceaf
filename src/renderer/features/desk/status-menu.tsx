import { ChevronDown } from 'lucide-react'
import { type Status, statuses } from '../../../core/briefing/records.ts'
import { Menu, MenuChoices } from '../../ui/menu.tsx'
import { PillButton } from '../../ui/pill.tsx'
import { StatusDot } from '../../ui/status.tsx'

interface StatusMenuProps {
  readonly status: Status
  readonly onChange: (status: Status) => void
}

const options = statuses.map(status => ({
  value: status,
  label: status,
  mark: <StatusDot status={status} />,
}))

/** The stage of the briefing (R4), and the others to choose from. */
export function StatusMenu({ status, onChange }: StatusMenuProps) {
  return (
    <Menu
      trigger={
        <PillButton trailing={ChevronDown} aria-label={`Status: ${status}`}>
          <StatusDot status={status} />
          {status}
        </PillButton>
      }
    >
      <MenuChoices label="Status" value={status} options={options} onChange={onChange} />
    </Menu>
  )
}
