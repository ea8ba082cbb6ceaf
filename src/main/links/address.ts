/**
 * An address that may be handed to the system's programs: https, or mailto without anything but a recipient,
 * subject and text (an `attach` field could send a local file). Null for any other.
 */
export function outsideAddress(href: string): string | null {
  let url: URL
  try {
    url = new URL(href)
  } catch {
    return null
  }
  if (url.protocol === 'https:') return url.username === '' && url.password === '' ? url.href : null
  if (url.protocol !== 'mailto:') return null
  const fields = [...url.searchParams.keys()].map(name => name.toLowerCase())
  return fields.every(name => ['subject', 'body', 'cc', 'to'].includes(name)) ? url.href : null
}
