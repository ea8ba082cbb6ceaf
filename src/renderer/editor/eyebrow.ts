import type { Details } from '../../core/briefing/details.ts'

/** Place and date as they stand above the headline: "Rotterdam, 18 March"; empty where neither is given. */
export function placeAndDate({ dateline, date, language }: Details): string {
  const day = date === '' ? '' : dayAndMonth(date, language)
  return [dateline, day].filter(part => part !== '').join(', ')
}

function dayAndMonth(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}
