import { createSearchIndex } from './index.ts'
import type { SearchAnswer, SearchRequest } from './messages.ts'

/** Rows read at a time, so that loading never holds all texts twice. */
const batch = 500

/** The search worker's work: takes requests in their order; questions wait until the index is loaded. */
export function serveSearch(answer: (message: SearchAnswer) => void): (request: SearchRequest) => void {
  const index = createSearchIndex()
  let turn: Promise<void> = Promise.resolve()

  const serve = async (request: SearchRequest) => {
    switch (request.kind) {
      case 'load':
        return await load(request.store, index.put)
      case 'put':
        return index.put(request.id, request.terms)
      case 'remove':
        return index.remove(request.id)
      case 'find':
        return answer({ number: request.number, ids: index.find(request.query) })
    }
  }
  return request => {
    // A store that cannot be read here leaves the index empty; the library still finds titles by itself.
    turn = turn.then(() => serve(request)).catch(() => undefined)
  }
}

/**
 * Reads the table `search` (database.ts) with IndexedDB's own calls: Dexie in a worker would cost more to
 * load than these lines.
 */
async function load(store: string, put: (id: string, terms: string) => void): Promise<void> {
  const database = await answered(indexedDB.open(store))
  let after: IDBKeyRange | null = null
  for (;;) {
    const rows = database.transaction('search').objectStore('search')
    const found: unknown[] = await answered(rows.getAll(after, batch))
    let last = ''
    for (const row of found) {
      const { id, terms } = row as { id: string; terms: string }
      put(id, terms)
      last = id
    }
    if (found.length < batch) break
    after = IDBKeyRange.lowerBound(last, true)
  }
  database.close()
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
