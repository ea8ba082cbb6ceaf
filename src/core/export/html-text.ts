/** Text for an element's content. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, character => entities[character] ?? '')
}

/** Text for an attribute's value in double quotation marks. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? '')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * JSON for a data block in a script element. Its text ends at the first "</script", and "<!--" changes how it
 * is read (HTML Standard, 4.12.1.3), so no "<" stands in it as itself.
 */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
