import { parse } from 'yaml'
import { type DetailName, type Details, detailSchemas, directionOf } from '../briefing/details.ts'
import type { LossReport } from './loss.ts'

/** What a Markdown text's front matter says about its briefing. */
export interface FrontMatter {
  readonly title: string
  /** The headline as Markdown, where it has italics or the like. */
  readonly headline: string
  readonly description: string
  readonly details: Partial<Details>
}

export const noFrontMatter: FrontMatter = { title: '', headline: '', description: '', details: {} }

/** The names that site generators and their themes use for what a briefing has. */
const names: Readonly<Record<'title' | 'headline' | 'description' | DetailName, readonly string[]>> = {
  title: ['title'],
  headline: ['headline'],
  description: ['description', 'standfirst', 'summary', 'subtitle', 'excerpt'],
  byline: ['author', 'byline', 'authors'],
  dateline: ['dateline'],
  date: ['date', 'pubDate', 'publishDate', 'published'],
  language: ['lang', 'language', 'locale'],
  direction: ['dir', 'direction'],
  slug: ['slug', 'permalink'],
  tags: ['tags', 'keywords'],
}

/** Fields that only steer a site generator. */
const silent = new Set(['layout', 'draft', 'type', 'published', 'weight', 'params'])

/**
 * Reads YAML front matter. What a briefing has no place for, or what is not valid there, is reported.
 * @returns null for text between two rules that is no list of fields, and so no front matter
 */
export function readFrontMatter(yaml: string, loss: LossReport): FrontMatter | null {
  const members = membersOf(yaml)
  if (members === null) return null
  const used = new Set<string>()
  const take = (part: keyof typeof names): unknown => {
    for (const name of names[part]) {
      if (!members.has(name) || used.has(name)) continue
      used.add(name)
      return members.get(name)
    }
    return undefined
  }
  const language = text(take('language')).replaceAll('_', '-')
  const direction = text(take('direction'))
  const given: { readonly [N in DetailName]: unknown } = {
    byline: Array.isArray(members.get('authors'))
      ? textList(take('byline')).join(', ')
      : text(take('byline')),
    dateline: text(take('dateline')),
    date: text(take('date')).slice(0, 10),
    language,
    direction: direction === '' && language !== '' ? directionOf(language) : direction,
    slug: text(take('slug')).replace(/^\/+|\/+$/g, ''),
    tags: textList(take('tags')),
  }
  const front = {
    title: text(take('title')).trim(),
    headline: text(take('headline')).trim(),
    description: text(take('description')).trim(),
    details: validDetails(given, loss),
  }
  const unused = [...members.keys()].filter(name => !used.has(name) && !silent.has(name))
  if (unused.length > 0) loss.note(`The front matter’s ${listed(unused)} was left out.`)
  return front
}

/** The members at the top and, where Hugo keeps one's own, those under `params`; null for other YAML. */
function membersOf(yaml: string): ReadonlyMap<string, unknown> | null {
  let value: unknown
  try {
    value = parse(yaml, { maxAliasCount: 20 })
  } catch {
    return null
  }
  if (!isRecord(value)) return null
  const params = isRecord(value.params) ? Object.entries(value.params) : []
  return new Map([...params, ...Object.entries(value)])
}

function validDetails(given: { readonly [N in DetailName]: unknown }, loss: LossReport): Partial<Details> {
  const details: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === '' || (Array.isArray(value) && value.length === 0)) continue
    const checked = detailSchemas[name as DetailName].safeParse(value)
    if (checked.success) details[name] = checked.data
    else loss.note(`The front matter’s ${name} “${String(value)}” is not valid and was left out.`)
  }
  return details
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Tags as a list, or in one text parted by commas. */
function textList(value: unknown): string[] {
  const items = Array.isArray(value) ? value.map(text) : text(value).split(',')
  return items.map(item => item.trim()).filter(item => item !== '')
}

function listed(items: readonly string[]): string {
  return items.map(item => `“${item}”`).join(', ')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
