const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * The address as a briefing may hold it, or null where it must not: only web, mail and telephone
 * addresses pass. An address without a scheme that looks like a host ("example.org/a") becomes https;
 * relative addresses are refused, because a briefing has no place they could be relative to.
 * The URL Standard's parser decides what the scheme is, so tabs and control characters hide nothing.
 */
export function safeHref(address: string): string | null {
  const trimmed = address.trim()
  if (trimmed === '') return null
  const url =
    parse(trimmed) ?? (/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(trimmed) ? parse(`https://${trimmed}`) : null)
  if (url === null || !schemes.has(url.protocol)) return null
  return url.href
}

/**
 * Whether a link may hold this address as it is. Not whether `safeHref` would leave it as it is: what a parser
 * writes for odd addresses differs between its versions, and a briefing must stay valid in all of them.
 */
export function isSafeHref(address: string): boolean {
  const url = address === address.trim() ? parse(address) : null
  return url !== null && schemes.has(url.protocol)
}

function parse(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
