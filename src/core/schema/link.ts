import { Mark } from '@tiptap/core'
import { isSafeHref, safeHref } from './href.ts'

/** A link. Its address passes the allow-list of `safeHref`, whichever way it came in. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: { default: null, validate: validateHref },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: element => {
        const href = safeHref(element.getAttribute('href') ?? '')
        return href === null ? false : { href }
      },
    },
  ],
  renderHTML: ({ mark }) => ['a', { href: mark.attrs.href as string, rel: 'noopener noreferrer' }, 0],
})

function validateHref(href: unknown): void {
  if (typeof href !== 'string' || !isSafeHref(href)) {
    throw new RangeError('A link has a web, mail or telephone address')
  }
}
