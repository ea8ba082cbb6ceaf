import { fields } from '../briefing/briefing.ts'
import { bylineText } from '../briefing/byline.ts'
import { placeAndDate } from '../briefing/place-and-date.ts'
import { type Wording, wordingOf } from '../briefing/wording.ts'
import { htmlBlocks, type PageContext, textBlock } from './html-blocks.ts'
import { escapeAttribute, escapeHtml } from './html-text.ts'
import type { Publication } from './publication.ts'
import { type Note, published } from './published.ts'

/**
 * The briefing as one `article` element, to stand in a page of someone else's (P1). It carries its language
 * and direction, uses the classes of page.css, and holds no script or style; comments only where they were
 * asked for. Empty blocks are left
 * out. Without a headline the word above it is the heading that the sections' headings need.
 */
export function exportFragment(publication: Publication): string {
  const { details } = publication
  const { doc, notes } = published(publication)
  const { headline, standfirst, keyPoints, body } = fields(doc)
  const wording = wordingOf(details.language)
  const page: PageContext = { direction: details.direction, wording }
  const parts = [
    eyebrow(wording.briefing, placeAndDate(details), headline.childCount > 0),
    headline.childCount > 0 ? textBlock('h1', 'headline', headline, page) : '',
    standfirst.childCount > 0 ? textBlock('p', 'standfirst', standfirst, page) : '',
    details.byline === '' ? '' : `<p class="byline">${escapeHtml(bylineText(details))}</p>`,
  ]
  const points = keyPoints.children.map(point => textBlock('li', 'key-point', point, page))
  const keyPointsBox =
    points.length === 0
      ? ''
      : `<section class="key-points" aria-labelledby="key-points">
<p class="key-points-label" id="key-points">${escapeHtml(wording.keyPoints)}</p>
<ul>
${points.join('\n')}
</ul>
</section>`
  const text = body.childCount === 0 ? '' : `<div class="body">\n${htmlBlocks(body, page)}\n</div>`
  const attributes = `class="briefing" lang="${escapeAttribute(details.language)}" dir="${details.direction}"`
  const inside = [`<header>\n${given(parts)}\n</header>`, keyPointsBox, text, commentList(notes, wording)]
  return `<article ${attributes}>\n${given(inside)}\n</article>\n`
}

/** The comments that were asked for, each with its number, its words and its replies. */
function commentList(notes: readonly Note[], wording: Wording): string {
  if (notes.length === 0) return ''
  const items = notes.map(({ number, quote, isResolved, comments }) => {
    const { openQuote, closeQuote } = wording
    const words = quote === '' ? '' : `<p>${openQuote}${escapeHtml(quote)}${closeQuote}</p>\n`
    const said = comments.map(
      ({ author, date, text }) =>
        `<p><strong>${escapeHtml(author)}</strong>, <time>${date}</time>: ${lines(text)}</p>`,
    )
    const resolved = isResolved ? `\n<p>(${escapeHtml(wording.resolved)})</p>` : ''
    return `<li id="comment-${number}">\n${words}${said.join('\n')}${resolved}\n</li>`
  })
  return `<section class="comments" aria-labelledby="comments">
<h2 id="comments">${escapeHtml(wording.comments)}</h2>
<ol>
${items.join('\n')}
</ol>
</section>`
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\n/g, '<br>')
}

function eyebrow(briefing: string, where: string, hasHeadline: boolean): string {
  const tag = hasHeadline ? 'p' : 'h1'
  const place = where === '' ? '' : ` <span>${escapeHtml(where)}</span>`
  return `<${tag} class="eyebrow"><span>${escapeHtml(briefing)}</span>${place}</${tag}>`
}

function given(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n')
}
