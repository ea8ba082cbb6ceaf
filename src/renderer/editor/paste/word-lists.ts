/**
 * Word's clipboard holds list items as paragraphs with a style `mso-list: l0 level2 lfo1` and the bullet or number
 * as text in a span `mso-list: Ignore`. They become the lists they are.
 */
export function wordLists(body: HTMLElement): void {
  const items = [...body.querySelectorAll<HTMLElement>('[style*="mso-list"]')].filter(element =>
    /mso-list:\s*l\d+/i.test(element.getAttribute('style') ?? ''),
  )
  let open: { list: HTMLElement; level: number }[] = []
  let last: Element | null = null
  for (const item of items) {
    const style = item.getAttribute('style') ?? ''
    const level = Number(/level(\d+)/i.exec(style)?.[1] ?? 1)
    const tag = takeMarker(item)
    if (last === null || item.previousElementSibling !== last) open = []
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
    let top = open.at(-1)
    if (top === undefined || top.level < level || top.list.tagName !== tag.toUpperCase()) {
      const list = body.ownerDocument.createElement(tag)
      const parent = top !== undefined && top.level < level ? top.list.lastElementChild : null
      if (parent === null) item.before(list)
      else parent.append(list)
      if (parent === null) open = []
      top = { list, level }
      open.push(top)
    }
    const entry = body.ownerDocument.createElement('li')
    const paragraph = body.ownerDocument.createElement('p')
    paragraph.append(...item.childNodes)
    entry.append(paragraph)
    top.list.append(entry)
    item.remove()
    last = open[0]?.list ?? null
  }
}

/** Takes the bullet or number out of the text; the answer is the kind of list that it means. */
function takeMarker(item: HTMLElement): 'ul' | 'ol' {
  const marker = [...item.querySelectorAll<HTMLElement>('[style*="mso-list"]')].find(span =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  const words = marker?.textContent?.trim() ?? ''
  marker?.remove()
  return /^(\d{1,3}|[a-z]|[ivxlc]+)[.)]/i.test(words) ? 'ol' : 'ul'
}
