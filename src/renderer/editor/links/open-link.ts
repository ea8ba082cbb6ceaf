import { notify } from '../../ui/notify.ts'

/** Opens an address in the system's browser; main asks the user first. */
export async function openLink(href: string): Promise<void> {
  const answer = await window.galley.invoke('link.open', { href })
  if (!answer.ok) notify({ kind: 'error', message: 'The link was not opened.', failure: answer.error })
}
