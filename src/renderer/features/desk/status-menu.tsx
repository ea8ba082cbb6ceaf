import { ChevronDown } from 'lucide-react'
import { type Status, statuses } from '../../../core/briefing/records.ts'
import { Menu, MenuChoices } from '../../ui/menu.tsx'
import { Pill, PillButton } from '../../ui/pill.tsx'
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

/** The stage of a briefing whose stage is for somebody else to set. */
export function StatusShown({ status }: Pick<StatusMenuProps, 'status'>) {
  return (
    <span role="img" aria-label={`Status: ${status}`} title="Whoever sent this copy sets the status">
      <Pill>
        <StatusDot status={status} />
        {status}
      </Pill>
    </span>
  )
}
