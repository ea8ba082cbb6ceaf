import type { LogId } from '../../../core/briefing/log-id.ts'
import type { SearchAnswer, SearchRequest } from './messages.ts'

interface RunningSearch {
  readonly tell: (request: SearchRequest) => void
  readonly waiting: Map<number, (ids: ReadonlySet<LogId>) => void>
}

let running: RunningSearch | null = null
let started: (search: RunningSearch) => void = () => undefined
/** Questions asked before the start wait for it. */
const whenStarted = new Promise<RunningSearch>(resolve => {
  started = resolve
})
let questions = 0

/** Starts the search in its worker on the store with this name; until then nothing is kept in memory. */
export function startSearch(store: string): void {
  if (running !== null) return
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' })
  const waiting: RunningSearch['waiting'] = new Map()
  worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
    waiting.get(data.number)?.(new Set(data.ids as LogId[]))
    waiting.delete(data.number)
  })
  running = { tell: request => worker.postMessage(request), waiting }
  running.tell({ kind: 'load', store })
  started(running)
}

/** The briefings that hold every word of the query, diacritics aside, or words that begin with it. */
export async function findBriefings(query: string): Promise<ReadonlySet<LogId>> {
  const search = await whenStarted
  questions += 1
  const number = questions
  return new Promise(resolve => {
    search.waiting.set(number, resolve)
    search.tell({ kind: 'find', number, query })
  })
}

/** Tells the search a briefing's words after they were stored. */
export function noteTerms(id: LogId, terms: string): void {
  running?.tell({ kind: 'put', id, terms })
}

/** Tells the search that a briefing is gone. */
export function forgetTerms(id: LogId): void {
  running?.tell({ kind: 'remove', id })
}
