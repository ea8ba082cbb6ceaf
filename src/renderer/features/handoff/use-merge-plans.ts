import { useEffect, useRef, useState } from 'react'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { MergeOptions } from '../../../core/handoff/merge.ts'
import type { Failure } from '../../../core/result.ts'
import type { Arrivals, ToMerge } from '../../store/arrivals.ts'
import { type MergePlan, planMerge } from '../../store/merging.ts'

type Edits = MergeOptions['edits']

/** What merging a briefing's files comes to, once that is worked out. */
export interface Planned {
  readonly id: LogId
  /** Those of the files that can be merged. */
  readonly files: readonly ToMerge[]
  readonly edits: Edits
  readonly plan: MergePlan
}

export interface MergePlans {
  /** In the order of the groups; null for one that is being worked out. */
  readonly planned: readonly (Planned | null)[]
  readonly isPlanning: boolean
  /** How many briefings are worked out. */
  readonly done: number
  /** Files that could be read and cannot be merged. */
  readonly refused: readonly { readonly name: string; readonly failure: Failure }[]
  readonly onEdits: (id: LogId, edits: Edits) => void
  /** Works all out again, since the library has changed. */
  readonly again: () => void
}

/** Works out what merging comes to, one briefing after another, and again where a choice changes. */
export function useMergePlans(groups: Arrivals['groups']): MergePlans {
  const [edits, setEdits] = useState<ReadonlyMap<LogId, Edits>>(new Map())
  const [results, setResults] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [round, setRound] = useState(0)
  const known = useRef(results)
  known.current = results

  useEffect(() => {
    let isCurrent = true
    const work = async () => {
      for (const { id, files } of groups) {
        const key = keyOf(id, files, edits.get(id), round)
        if (known.current.has(key)) continue
        // The window says first what it is about to do.
        await new Promise(resolve => setTimeout(resolve, 30))
        if (!isCurrent) return
        const outcome = await outcomeOf(id, files, edits.get(id) ?? 'edits').catch((error: unknown) =>
          failedOutcome(files, error),
        )
        if (!isCurrent) return
        setResults(all => new Map(all).set(key, outcome))
      }
    }
    void work()
    return () => {
      isCurrent = false
    }
  }, [groups, edits, round])

  const outcomes = groups.map(({ id, files }) => results.get(keyOf(id, files, edits.get(id), round)) ?? null)
  return {
    planned: outcomes.map(outcome => outcome?.planned ?? null),
    isPlanning: outcomes.includes(null),
    done: outcomes.filter(outcome => outcome !== null).length,
    refused: outcomes.flatMap(outcome => outcome?.refused ?? []),
    onEdits: (id, choice) => setEdits(all => new Map(all).set(id, choice)),
    again: () => setRound(count => count + 1),
  }
}

interface Outcome {
  readonly planned: Planned | null
  readonly refused: MergePlans['refused']
}

/** Plans with all files that can be merged: one that cannot does not keep the others out. */
async function outcomeOf(id: LogId, files: readonly ToMerge[], edits: Edits): Promise<Outcome> {
  const refused: { name: string; failure: Failure }[] = []
  let left = files
  for (;;) {
    const plan = await planMerge(
      id,
      left.map(file => ({ ...file.log, isReturn: file.kind === 'return' && file.isReturn })),
      edits,
    )
    if (plan.ok) return { planned: { id, files: left, edits, plan: plan.value }, refused }
    const bad = left[Number(/^return (\d+)$/.exec(plan.error.entry ?? '')?.[1] ?? 0) - 1]
    const { entry: _, ...failure } = plan.error
    if (bad === undefined || left.length === 1) {
      return { planned: null, refused: [...refused, ...left.map(({ name }) => ({ name, failure }))] }
    }
    refused.push({ name: bad.name, failure })
    left = left.filter(file => file !== bad)
  }
}

/** What nobody expected refuses the files too: the window must not wait for ever. */
function failedOutcome(files: readonly ToMerge[], error: unknown): Outcome {
  const reason = error instanceof Error ? error.message : String(error)
  const failure: Failure = { code: 'history.invalid', message: `It cannot be merged: ${reason}` }
  return { planned: null, refused: files.map(({ name }) => ({ name, failure })) }
}

function keyOf(id: LogId, files: readonly ToMerge[], edits: Edits | undefined, round: number): string {
  return [round, id, edits ?? 'edits', ...files.map(({ log }) => log.briefing.head)].join(' ')
}
