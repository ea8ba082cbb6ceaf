import { useMemo } from 'react'
import { titleOf } from '../../../core/briefing/briefing.ts'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { MergeOptions } from '../../../core/handoff/merge.ts'
import type { ToMerge } from '../../store/arrivals.ts'
import { openIncoming } from '../../store/open-file.ts'
import { signature } from '../../store/settings.ts'
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import { type People, peopleOf, personOf } from '../../ui/people.ts'
import { Segments } from '../../ui/segments.tsx'
import { MergeEntry } from './merge-entry.tsx'
import { type Brought, mergeItems } from './merge-items.ts'
import styles from './merge-screen.module.css'
import { counted, listed, nothingWords, rightsWords } from './merge-words.ts'
import type { Planned } from './use-merge-plans.ts'

interface MergeGroupProps {
  readonly files: readonly ToMerge[]
  /** Null while it is being worked out, or where none of the files can be merged. */
  readonly planned: Planned | null
  readonly isBinned: boolean
  readonly disabled: boolean
  readonly onEdits: (edits: MergeOptions['edits']) => void
  /** Shows a briefing on the desk. */
  readonly onOpen: (id: LogId) => void
}

/** What one briefing gets: from each return, and from other copies of the briefing itself. */
export function MergeGroup({ files, planned, isBinned, disabled, onEdits, onOpen }: MergeGroupProps) {
  const briefing = planned?.plan.briefing ?? files[0]?.log.briefing
  const title = briefing === undefined ? '' : titleOf(briefing.doc)
  if (planned === null) {
    return (
      <section className={styles.group} aria-label={title}>
        <h2 className={styles.briefing} dir="auto">
          {title}
        </h2>
      </section>
    )
  }
  return <PlannedGroup {...{ planned, title, isBinned, disabled, onEdits, onOpen }} />
}

function PlannedGroup(
  props: Omit<MergeGroupProps, 'files' | 'planned'> & { planned: Planned; title: string },
) {
  const { planned, title, isBinned, disabled, onEdits, onOpen } = props
  const { plan, files, edits } = planned
  const people = useMemo(() => peopleIn(planned), [planned])
  const { threads } = plan.briefing.records
  const returns = files.filter(({ kind }) => kind === 'return')
  const copies = files.filter(({ kind }) => kind === 'forked')
  const couldEdit =
    !plan.isKnown && plan.report.returns.some(({ rights, isKnown }) => rights === 'edit' && !isKnown)
  return (
    <section className={styles.group} aria-label={title}>
      <header className={styles.head}>
        <h2 className={styles.briefing} dir="auto">
          {title}
        </h2>
        {couldEdit ? (
          <div className={styles.choice}>
            <span aria-hidden>Take direct edits as</span>
            <Segments
              label="Take direct edits as"
              value={edits}
              options={[
                { value: 'edits', label: 'Edits' },
                { value: 'suggestions', label: 'Suggestions' },
              ]}
              onChange={value => {
                if (!disabled) onEdits(value)
              }}
            />
          </div>
        ) : null}
      </header>
      {isBinned ? (
        <p className={styles.note}>
          {plan.isKnown
            ? 'This briefing is in the bin.'
            : 'This briefing is in the bin. Applying the merge brings it back.'}
        </p>
      ) : null}
      {plan.copies === null ? null : (
        <MergeEntry
          person={null}
          name={copies.length === 1 ? 'Another copy of this briefing' : 'Other copies of this briefing'}
          about={listed(copies.map(({ name }) => `“${name}”`))}
          brought={plan.copies}
          items={mergeItems(plan.copies, threads)}
          people={people}
          nothing="Everything in it is here already."
          notes={copyNotes(planned, people)}
        />
      )}
      {plan.report.returns.map((report, index) => {
        const file = returns[index]
        const person = personOf(people, report.reviewer.id)
        const name = report.reviewer.name === '' ? person.name : report.reviewer.name
        return (
          <MergeEntry
            // biome-ignore lint/suspicious/noArrayIndexKey: two returns of one copy can come together
            key={index}
            person={person}
            name={name}
            about={`${rightsWords[report.rights]} · “${file?.name ?? ''}”`}
            brought={plan.isKnown ? nothingBrought : report}
            items={plan.isKnown ? [] : mergeItems(report, threads)}
            people={people}
            nothing={nothingWords({ isKnown: report.isKnown || plan.isKnown, name })}
            notes={report.unverified.map(name => `“${name}” wrote in it, whom nobody invited.`)}
          >
            {report.isKnown && file?.kind === 'return' && !file.isReturn ? (
              <Button onClick={() => void openCopy(file, onOpen)}>Open it as a review copy</Button>
            ) : null}
          </MergeEntry>
        )
      })}
    </section>
  )
}

/** A return that is known can name a conflict again that the briefing holds already. */
const nothingBrought: Brought = { comments: [], suggestions: [], edits: [], conflicts: [] }

function copyNotes({ plan }: Planned, people: People): string[] {
  const { changes = 0, writers = [] } = plan.copies ?? {}
  if (changes === 0) return []
  const by = listed(writers.map(id => personOf(people, id).name))
  return [`${counted(changes, 'change')} that ${changes === 1 ? 'is' : 'are'} not here, by ${by}.`]
}

/** Everyone in the briefing and in what came, each in the colour they will have in it. */
function peopleIn({ plan, files }: Planned): People {
  const authors = new Map(plan.briefing.authors)
  for (const { log } of files) {
    const { copy } = log.briefing.records.handoff
    for (const author of [...log.briefing.authors.values(), ...(copy === null ? [] : [copy.reviewer])]) {
      if (!authors.has(author.id)) authors.set(author.id, author)
    }
  }
  return peopleOf(authors, signature())
}

/** A copy of one's own briefing that nobody wrote in yet, to look at as its reviewer will. */
async function openCopy({ log, name }: ToMerge, onOpen: (id: LogId) => void): Promise<void> {
  const id = log.briefing.records.handoff.copy?.copy as LogId | undefined
  if (id === undefined) return
  const opened = await openIncoming({ kind: 'new', id, log, name })
  if (opened.ok) onOpen(opened.value.id)
  else notify({ kind: 'error', message: `“${name}” could not be opened.`, failure: opened.error })
}
