import { Stamp } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { mayEdit } from '../../../core/briefing/handoff.ts'
import type { Approval } from '../../../core/briefing/records.ts'
import type { Hash } from '../../../core/canonical.ts'
import { approvalsNow } from '../../../core/review/approvals.ts'
import type { Session } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FoldLine } from '../../ui/fold-line.tsx'
import type { People } from '../../ui/people.ts'
import { told } from './actions.ts'
import { ApprovalList } from './approval-list.tsx'
import { approvalWords } from './approval-words.ts'
import styles from './approvals.module.css'
import { Composer } from './composer.tsx'
import { giveVerdict, statusAfter } from './give-approval.ts'
import { StatusHistory } from './status-history.tsx'
import { useContentHash } from './use-content-hash.ts'

interface ApprovalsProps {
  readonly session: Session
  readonly people: People
  /** Shows what changed since a version. */
  readonly onCompare: (before: Hash) => void
}

/** The foot of the Review panel: who stands by the text as it is, and one's own word on it (R4). */
export function Approvals({ session, people, onCompare }: ApprovalsProps) {
  const records = useStore(session.state, state => state.briefing.records)
  const [open, setOpen] = useState(false)
  const [giving, setGiving] = useState<Approval['verdict'] | null>(null)
  const hash = useContentHash(
    session,
    records.approvals.length > 0 || (open && records.statusHistory.length > 0),
  )
  const approvals = hash === null ? [] : approvalsNow(records, hash)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for a form's fields
    <div className={styles.foot} role="group" aria-label="Approvals">
      <FoldLine
        icon={Stamp}
        heading="Approvals"
        state={approvalWords(approvals)}
        open={open}
        onToggle={() => setOpen(!open)}
      />
      {open ? (
        <div className={styles.lists}>
          <ApprovalList approvals={approvals} people={people} onCompare={onCompare} />
          <StatusHistory records={records} people={people} content={hash} />
        </div>
      ) : null}
      {giving === null ? (
        <div className={styles.buttons}>
          <Button onClick={() => setGiving('approved')}>Approve</Button>
          <Button onClick={() => setGiving('changes-requested')}>Ask for changes</Button>
        </div>
      ) : (
        <Verdict
          key={giving}
          session={session}
          verdict={giving}
          onDone={() => {
            setGiving(null)
            setOpen(true)
          }}
          onCancel={() => setGiving(null)}
        />
      )}
    </div>
  )
}

interface VerdictProps {
  readonly session: Session
  readonly verdict: Approval['verdict']
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Asks for the note that goes with a verdict. */
function Verdict({ session, verdict, onDone, onCancel }: VerdictProps) {
  const { status, handoff } = useStore(session.state, state => state.briefing.records)
  const maySet = mayEdit(handoff)
  const after = statusAfter[verdict]
  const [withStatus, setWithStatus] = useState(maySet && status !== 'Published' && status !== 'Withdrawn')
  const asking = verdict === 'changes-requested'
  return (
    <Composer
      label={asking ? 'What should change' : 'Note on the approval'}
      action={asking ? 'Ask for changes' : 'Approve this version'}
      draft={`${verdict} ${session.id}`}
      placeholder={asking ? 'What should change' : 'A note, if you like'}
      optional={!asking}
      onSubmit={note => {
        const done = told(giveVerdict(session, { verdict, note, withStatus }), 'Your word was not kept.')
        if (done) onDone()
        return done
      }}
      onCancel={onCancel}
    >
      {status === after || !maySet ? null : (
        <Checkbox checked={withStatus} onChange={setWithStatus}>
          Set the status to {after}
        </Checkbox>
      )}
    </Composer>
  )
}
