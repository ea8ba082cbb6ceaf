import type { Details } from './details.ts'

/**
 * Place and date as they stand above the headline, on the desk and in exports: "Rotterdam, 18 March". A dateline
 * that names a day itself is left as it is. Empty where neither is given.
 */
export function placeAndDate(details: Pick<Details, 'dateline' | 'date' | 'language'>): string {
  const { dateline, date, language } = details
  if (date === '' || /\p{N}/u.test(dateline)) return dateline
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const written = day.format(new Date(`${date}T00:00:00Z`))
  return dateline === '' ? written : `${dateline}, ${written}`
}
