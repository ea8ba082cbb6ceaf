import { z } from 'zod'

const line = z
  .string()
  .trim()
  .max(300, 'At most 300 characters')
  .refine(text => !/[\p{Cc}\u2028\u2029]/u.test(text), 'One line, without control characters')

/**
 * The details beside the text (D5). Each knows what is valid for it and is used by the exports that have a
 * place for it. Values are stored as the user gave them, trimmed; an empty text means "not given".
 */
export const detailSchemas = {
  byline: line,
  dateline: line,
  /** A calendar date, ISO 8601 (YYYY-MM-DD). */
  date: z
    .string()
    .trim()
    .refine(text => text === '' || isCalendarDate(text), 'A date as year-month-day, such as 2026-03-18'),
  /** A BCP 47 language tag, as HTML's `lang` takes it. */
  language: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language tag, such as en-GB or ar'),
  direction: z.enum(['ltr', 'rtl']),
  /** The last part of the web address. */
  slug: z
    .string()
    .trim()
    .max(120, 'At most 120 characters')
    // Asking for letters of every script compiles for milliseconds, so an empty slug does not ask.
    .refine(
      text =>
        text === '' || /^[\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]+(-[\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]+)*$/u.test(text),
      'Lower-case letters and figures, joined by hyphens',
    ),
  tags: z.array(line.min(1)).max(50, 'At most 50 tags').readonly(),
} as const

export type DetailName = keyof typeof detailSchemas
export type DetailValue<N extends DetailName> = z.infer<(typeof detailSchemas)[N]>
export type Details = { readonly [N in DetailName]: Readonly<DetailValue<N>> }

export const detailNames = Object.keys(detailSchemas) as DetailName[]

export const detailsSchema = z.object(detailSchemas)

/** The details of a briefing that has none yet. */
export const emptyDetails: Details = {
  byline: '',
  dateline: '',
  date: '',
  language: 'en-GB',
  direction: 'ltr',
  slug: '',
  tags: [],
}

/** The languages written from right to left that Galley knows; their script decides (Unicode CLDR). */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** The writing direction that a language tag implies. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  if (rest.includes('latn') || rest.includes('cyrl')) return 'ltr'
  if (rest.includes('arab') || rest.includes('hebr')) return 'rtl'
  return rightToLeft.has(primary) ? 'rtl' : 'ltr'
}

/**
 * A slug from a title: lower case, Latin letters without their accents, everything that is not a letter or
 * a figure becomes one hyphen, cut at a word's end within 80 characters. Signs that other scripts write their
 * vowels with stay.
 */
export function slugify(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]+/u)
    .filter(word => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > 80 && slug !== '') break
    slug = [...longer].slice(0, 80).join('')
  }
  return slug
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
