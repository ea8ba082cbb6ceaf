/**
 * Says in tags what inline styles say: Google Docs and Word write bold as a style, and undo it with another. The
 * styles themselves go, so that the page's content security policy has nothing to refuse.
 */
export function stylesToTags(body: HTMLElement): void {
  for (const element of body.querySelectorAll<HTMLElement>('[style]')) {
    const style = element.getAttribute('style') ?? ''
    element.removeAttribute('style')
    const weight = styleValue(style, 'font-weight')
    const slant = styleValue(style, 'font-style')
    const align = styleValue(style, 'vertical-align')
    const heading = /^H[1-6]$/.test(element.tagName)
    if (weight !== null && !heading) {
      if (/^(bold(er)?|[6-9]\d\d)$/.test(weight)) wrapContent(element, 'strong')
      else retag(element, ['B', 'STRONG'])
    }
    if (slant !== null) {
      if (/^(italic|oblique)/.test(slant)) wrapContent(element, 'em')
      else retag(element, ['I', 'EM'])
    }
    if (align === 'super') wrapContent(element, 'sup')
    if (align === 'sub') wrapContent(element, 'sub')
  }
}

function styleValue(style: string, property: string): string | null {
  const match = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)
  return match?.[1]?.trim().toLowerCase() ?? null
}

function wrapContent(element: HTMLElement, tag: string): void {
  if (element.textContent === '') return
  // A block keeps its place: the formatting goes around what is in it, block by block where it holds blocks.
  const targets = element.querySelectorAll('p, li, div, h1, h2, h3, h4, h5, h6')
  for (const target of targets.length === 0 ? [element] : targets) {
    if (target.querySelector('p, li, div, ul, ol') !== null) continue
    const wrapper = element.ownerDocument.createElement(tag)
    wrapper.append(...target.childNodes)
    target.append(wrapper)
  }
}

function retag(element: HTMLElement, tags: readonly string[]): void {
  if (!tags.includes(element.tagName)) return
  element.replaceWith(...element.childNodes)
}
