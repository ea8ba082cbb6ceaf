import { pageOrigin } from '../page/policy.ts'

/** What is known of who sent a request. */
export interface Sender {
  /** The id of the web contents. */
  readonly contents: number
  /** The frame, or null where it is gone already. */
  readonly frame: { readonly url: string; readonly parent: unknown } | null
}

/** Whether a request comes from the top frame of our own window, showing our own page. */
export function isOurPage(sender: Sender, ours: number | null): boolean {
  if (ours === null || sender.contents !== ours || sender.frame === null) return false
  return sender.frame.parent === null && sender.frame.url.startsWith(`${pageOrigin}/`)
}
