import type { z } from 'zod'
import { type ChannelName, channels, type Response } from '../../contract/channels.ts'
import { fail, type Result } from '../../core/result.ts'

/** A request as main sees it, after the channel's schema has read it. */
export type Parsed<C extends ChannelName> = z.output<(typeof channels)[C]['request']>

/** What main does for each channel. Expected failures are values; what is thrown is a fault of ours. */
export type Handlers = {
  readonly [C in ChannelName]: (request: Parsed<C>) => Result<Response<C>> | Promise<Result<Response<C>>>
}

/** Told of every fault that the page only hears of as a failure without details. */
export type Report = (what: string, error: unknown) => void

/**
 * Answers one request of the page. Never throws: an unknown channel or an argument of the wrong form is
 * refused, and an unexpected error is reported and becomes a failure that says nothing of our insides.
 */
export async function answer(
  handlers: Handlers,
  report: Report,
  channel: unknown,
  request: unknown,
): Promise<Result<unknown>> {
  if (!isChannel(channel)) return fail('refused', 'The application does not know this request.')
  const parsed = channels[channel].request.safeParse(request)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    report(`${channel}: refused argument`, parsed.error.message)
    return fail('input.invalid', 'The application was asked for something malformed.', {
      entry: issue === undefined ? channel : [channel, ...issue.path.map(String)].join('.'),
    })
  }
  try {
    // One channel's request always meets its own handler; TypeScript cannot follow that through the union.
    const handle = handlers[channel] as (request: unknown) => Promise<Result<unknown>>
    return await handle(parsed.data)
  } catch (error) {
    report(channel, error)
    return fail('refused', 'Something went wrong inside Galley. What was saved before is safe.', {
      entry: channel,
    })
  }
}

function isChannel(channel: unknown): channel is ChannelName {
  return typeof channel === 'string' && Object.hasOwn(channels, channel)
}
