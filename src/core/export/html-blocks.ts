import type { Mark, Node } from 'prosemirror-model'
import { type Direction, firstDirection } from '../briefing/direction.ts'
import type { Wording } from '../briefing/wording.ts'
import { safeHref } from '../schema/href.ts'
import { escapeAttribute, escapeHtml } from './html-text.ts'
import { type Inline, inlineTree } from './inline-tree.ts'

/** What the blocks of a page need to know of it. */
export interface PageContext {
  readonly direction: Direction
  readonly wording: Wording
}

/** A body block as HTML. */
function htmlBlock(block: Node, page: PageContext): string {
  switch (block.type.name) {
    case 'sectionHeading': {
      const subsection = block.attrs.level === 2
      const name = subsection ? 'subsection-heading' : 'section-heading'
      return textBlock(subsection ? 'h3' : 'h2', name, block, page)
    }
    case 'bulletList':
      return `<ul>\n${listItems(block, page)}\n</ul>`
    case 'orderedList': {
      const start = block.attrs.start === 1 ? '' : ` start="${Number(block.attrs.start)}"`
      return `<ol${start}>\n${listItems(block, page)}\n</ol>`
    }
    case 'pullQuote':
      return pullQuote(block, page)
    case 'blockQuotation':
      return `<blockquote class="block-quotation">\n${htmlBlocks(block, page)}\n</blockquote>`
    case 'divider':
      return '<hr>'
    default:
      return textBlock('p', null, block, page)
  }
}

export function htmlBlocks(parent: Node, page: PageContext): string {
  return parent.children.map(block => htmlBlock(block, page)).join('\n')
}

/** A block of text as an element, with its own direction where its first letter runs the other way. */
export function textBlock(tag: string, className: string | null, block: Node, page: PageContext): string {
  const name = className === null ? '' : ` class="${className}"`
  return `<${tag}${name}${directionAttribute(block, page)}>${htmlInline(block)}</${tag}>`
}

/** A list item of one paragraph is written without a `p`, as lists of short lines are. */
function listItems(list: Node, page: PageContext): string {
  return list.children
    .map(item => {
      const only = item.childCount === 1 ? item.firstChild : null
      return only?.isTextblock === true
        ? textBlock('li', null, only, page)
        : `<li>\n${htmlBlocks(item, page)}\n</li>`
    })
    .join('\n')
}

/**
 * A figure with the attribution outside the blockquote, and without `cite`, which is for titles of works
 * (HTML Standard, 4.4.4 and 4.5.6). The quotation marks are text, so that they are there without the style
 * sheet, in a feed reader and when copied.
 */
function pullQuote(block: Node, page: PageContext): string {
  const [quote, attribution] = block.children
  const { openQuote, closeQuote } = page.wording
  const words = quote === undefined ? '' : htmlInline(quote)
  const direction = quote === undefined ? '' : directionAttribute(quote, page)
  const caption =
    attribution === undefined || attribution.childCount === 0
      ? ''
      : `${textBlock('figcaption', 'quote-attribution', attribution, page)}\n`
  return `<figure class="pull-quote">
<blockquote class="quote-text"><p${direction}>${openQuote}${words}${closeQuote}</p></blockquote>
${caption}</figure>`
}

function directionAttribute(block: Node, page: PageContext): string {
  const direction = firstDirection(block.textContent)
  return direction === null || direction === page.direction ? '' : ` dir="${direction}"`
}

/** A block's inline content. */
function htmlInline(block: Node): string {
  return inlineHtml(inlineTree(block))
}

function inlineHtml(tree: readonly Inline[]): string {
  return tree
    .map(item => {
      if (item.kind === 'text') return escapeHtml(item.text)
      if (item.kind === 'break') return '<br>'
      const [open, close] = markTags(item.mark)
      const inside = inlineHtml(item.children)
      return open + (open.startsWith('<a href="tel:') ? unbroken(inside) : inside) + close
    })
    .join('')
}

/** A telephone number torn between two lines is misread: its spaces and hyphens are ones that do not break. */
function unbroken(html: string): string {
  return html.replace(/>[^<]*|^[^<]+/g, text => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011'))
}

function markTags(mark: Mark): readonly [open: string, close: string] {
  switch (mark.type.name) {
    case 'bold':
      return ['<strong>', '</strong>']
    case 'italic':
      return ['<em>', '</em>']
    case 'superscript':
      return ['<sup>', '</sup>']
    case 'subscript':
      return ['<sub>', '</sub>']
    case 'leadIn':
      return ['<strong class="lead-in">', '</strong>']
    case 'link': {
      // The schema checks addresses too; a page that will be published is worth a second look.
      const href = safeHref(String(mark.attrs.href))
      return href === null ? ['', ''] : [`<a href="${escapeAttribute(href)}">`, '</a>']
    }
    case 'insertion':
      return ['<ins>', '</ins>']
    case 'deletion':
      return ['<del>', '</del>']
    case 'comment': {
      const number = escapeAttribute(String(mark.attrs.thread))
      return [`<sup class="comment-number"><a href="#comment-${number}">`, '</a></sup>']
    }
    default:
      return ['', '']
  }
}
