import type { SearchRequest } from './messages.ts'
import { serveSearch } from './serve.ts'

const serve = serveSearch(answer => self.postMessage(answer))
self.addEventListener('message', (event: MessageEvent<SearchRequest>) => serve(event.data))
