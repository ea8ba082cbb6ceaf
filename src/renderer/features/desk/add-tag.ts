/**
 * The tags with one or more added from what was typed; commas part them, a tag that is there already in
 * whatever case is not added again. The same array comes back where there is nothing to add.
 */
export function addTag(tags: readonly string[], typed: string): readonly string[] {
  const all = [...tags]
  for (const part of typed.split(',')) {
    const tag = part.trim().replace(/\s+/gu, ' ')
    const known = all.some(other => other.toLowerCase() === tag.toLowerCase())
    if (tag !== '' && !known) all.push(tag)
  }
  return all.length === tags.length ? tags : all
}
