import type { Node } from 'prosemirror-model'
import { stringify } from 'yaml'
import { fields } from '../briefing/briefing.ts'
import { bylineName } from '../briefing/byline.ts'
import { type Details, directionOf } from '../briefing/details.ts'

/** The site generators whose field names the front matter can follow. */
export type FrontMatterStyle = 'hugo' | 'jekyll' | 'astro' | 'eleventy'

/**
 * The YAML front matter for a site generator, with its fences and a line feed behind them. Each generator's
 * documented fields are used where it has one; Hugo wants fields of one's own under `params`. Details that
 * are not given are left out.
 * @param markedHeadline the headline as Markdown where it has italics or the like, which a title cannot hold
 */
export function frontMatter(
  style: FrontMatterStyle,
  doc: Node,
  details: Details,
  markedHeadline: string,
): string {
  const { headline, standfirst } = fields(doc)
  const title = plainLine(headline)
  const common = given({ title, description: plainLine(standfirst) })
  const byline = bylineName(details)
  const direction = details.direction === directionOf(details.language) ? '' : details.direction
  const own = given({ headline: markedHeadline, author: byline, dateline: details.dateline, dir: direction })
  const tags = details.tags.length === 0 ? {} : { tags: [...details.tags] }
  return `---\n${stringify(fieldsOf(), { lineWidth: 0 })}---\n`

  function fieldsOf(): object {
    const { date, slug, language: lang } = details
    switch (style) {
      case 'hugo':
        return { ...common, ...given({ date, slug }), ...tags, params: { ...own, lang } }
      case 'jekyll':
        return { layout: 'post', ...common, ...given({ date, slug }), ...tags, ...own, lang }
      case 'astro':
        return { ...common, ...given({ pubDate: date, slug }), ...tags, ...own, lang }
      case 'eleventy':
        return {
          ...common,
          ...given({ date, permalink: slug === '' ? '' : `/${slug}/` }),
          ...tags,
          ...own,
          lang,
        }
    }
  }
}

function given(members: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== ''))
}

function plainLine(block: Node): string {
  return block.textBetween(0, block.content.size, ' ', ' ').trim()
}
