import type { Result } from '../core/result.ts'
import type { ChannelName, EventName, EventPayload, Request, Response } from './channels.ts'

/** What the preload script puts on the page's `window.galley`; the page's only way out. */
export interface Bridge {
  /** Asks main. Never rejects: what main refuses or fails to do is a failed Result. */
  readonly invoke: <C extends ChannelName>(
    channel: C,
    ...request: Request<C> extends undefined ? [] : [Request<C>]
  ) => Promise<Result<Response<C>>>
  /** Listens to main; the answer stops listening. */
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => () => void
  /**
   * Hands the spelling to the page: main's Chromium asks `misspelt` which of some words are wrong and
   * underlines them. Asking again, also with another language, checks anew.
   */
  readonly provideSpelling: (language: string, misspelt: (words: string[]) => Promise<string[]>) => void
  readonly platform: 'linux' | 'darwin' | 'win32'
}
