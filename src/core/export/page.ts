import { fields, titleOf } from '../briefing/briefing.ts'
import { bylineName } from '../briefing/byline.ts'
import type { Details } from '../briefing/details.ts'
import { exportFragment } from './fragment.ts'
import { escapeAttribute, escapeHtml, escapeJson } from './html-text.ts'
import pageStyle from './page.css?raw'
import type { Publication } from './publication.ts'
import { published } from './published.ts'

export interface PageOptions {
  /** CSS of @font-face rules whose addresses are data URLs; see typefaces.ts. Without it the page falls back. */
  readonly typefaces?: string
  /** Whether search engines and social networks get the headline and the details as data; they do by default. */
  readonly metadata?: boolean
}

/** Search engines cut longer titles; the headline itself is whole on the page and in the data. */
const longestTitle = 70

/**
 * The briefing as one self-contained HTML page (P1): its text as `exportFragment` gives it, the page's own
 * style sheet, and as data (Open Graph, JSON-LD NewsArticle) what text and details hold and nothing else.
 * The page loads nothing and runs nothing: its only script element is the JSON-LD data block.
 */
export function exportPage(publication: Publication, options: PageOptions = {}): string {
  const { details } = publication
  const { plain: doc } = published(publication)
  const summary: Summary = {
    title: titleOf(doc),
    headline: fields(doc).headline.textContent,
    standfirst: fields(doc).standfirst.textBetween(0, fields(doc).standfirst.content.size, ' ', ' '),
  }
  const style = [options.typefaces ?? '', pageStyle].join('\n').replace(/<\//g, '<\\/')
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${titleHtml(summary.title)}</title>`,
    ...(options.metadata === false ? [] : metadata(summary, details)),
    `<style>\n${style.trim()}\n</style>`,
  ]
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(details.language)}" dir="${details.direction}">
<head>
${head.join('\n')}
</head>
<body class="briefing-page">
<main>
${exportFragment(publication)}</main>
</body>
</html>
`
}

interface Summary {
  readonly title: string
  readonly headline: string
  readonly standfirst: string
}

function metadata(summary: Summary, details: Details): string[] {
  const { standfirst, headline, title } = summary
  const author = bylineName(details)
  return [
    meta('name', 'description', standfirst),
    meta('name', 'author', author),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', headline === '' ? title : headline),
    meta('property', 'og:description', standfirst),
    meta('property', 'article:published_time', details.date),
    ...details.tags.map(tag => meta('property', 'article:tag', tag)),
    `<script type="application/ld+json">${escapeJson(newsArticle(summary, details, author))}</script>`,
  ].filter(line => line !== '')
}

/** schema.org NewsArticle; members that the briefing has no value for are left out. */
function newsArticle({ headline, standfirst }: Summary, details: Details, author: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...given('headline', headline),
    ...given('description', standfirst),
    ...given('datePublished', details.date),
    ...given('dateline', details.dateline),
    ...(author === '' ? {} : { author: { '@type': 'Person', name: author } }),
    ...(details.tags.length === 0 ? {} : { keywords: details.tags }),
    inLanguage: details.language,
  }
}

function given(name: string, value: string): object {
  return value === '' ? {} : { [name]: value }
}

function meta(attribute: 'name' | 'property', name: string, content: string): string {
  return content === '' ? '' : `<meta ${attribute}="${name}" content="${escapeAttribute(content)}">`
}

/** The title as HTML, cut at a word where it is too long for a title element. */
function titleHtml(title: string): string {
  if (escapeHtml(title).length <= longestTitle) return escapeHtml(title)
  let cut = title.slice(0, longestTitle - 1)
  const space = cut.lastIndexOf(' ')
  if (space > 20) cut = cut.slice(0, space)
  // An escaped letter is several: some count those.
  while (escapeHtml(cut).length >= longestTitle) cut = cut.slice(0, -1)
  return escapeHtml(`${cut.replace(/[\s,;:–—-]+$/u, '')}…`)
}
