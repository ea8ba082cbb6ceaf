/** Months by the beginning of their names, in the languages whose dates are read. */
const months: ReadonlyArray<readonly [number, string]> = [
  [1, 'jan(?:uary|uar|vier)?|janv|enero|gennaio|januari|janeiro|يناير|كانون الثاني'],
  [2, 'feb(?:ruary|ruar|brero|braio|ruari)?|février|févr|fevereiro|فبراير|شباط'],
  [3, 'mar(?:ch|s|zo|ço)?|märz|maart|مارس|آذار'],
  [4, 'apr(?:il|ile)?|avril|abril|أبريل|إبريل|نيسان'],
  [5, 'may|mai|mayo|maggio|mei|maio|مايو|أيار'],
  [6, 'june?|juin|juni|junio|giugno|junho|يونيو|حزيران'],
  [7, 'july?|juillet|juli|julio|luglio|julho|يوليو|تموز'],
  [8, 'aug(?:ust|ustus)?|août|agosto|أغسطس|آب'],
  [9, 'sept?(?:ember|embre|tiembre|tembre)?|setembro|سبتمبر|أيلول'],
  [10, 'oct(?:ober|obre)?|oktober|ottobre|outubro|أكتوبر|تشرين الأول'],
  [11, 'nov(?:ember|embre|iembre|embro)?|نوفمبر|تشرين الثاني'],
  [12, 'dec(?:ember)?|décembre|dezember|diciembre|dicembre|dezembro|ديسمبر|كانون الأول'],
]

const month = `(?:${months.map(([, names]) => names).join('|')})\\.?`
const weekday =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)'
const date = [
  `(?:${weekday},?\\s+)?(?:(?:the|le|den|el|al)\\s+)?\\p{Nd}{1,2}(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+|de\\s+)?${month}(?:,?\\s+(?:de\\s+)?\\p{Nd}{4})?`,
  `(?:${weekday},?\\s+)?${month}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?`,
  '\\d{4}-\\d{2}-\\d{2}',
].join('|')
const place = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.’'-]*(?:[ /][\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.’'-]*){0,3}"
const places = `${place}(?:,\\s+${place})?`
const agency = '\\([\\p{L}\\p{N} ./-]{2,30}\\)'

const dateAlone = new RegExp(`^(?:(${places}),\\s+)?(?:${date})$`, 'iu')
const datedOpening = new RegExp(
  `^(${places},\\s+(?:${date})(?:\\s+${agency})?)(?:\\s+[–—―-]{1,2}\\s+|\\s*—\\s*)(?=\\S)`,
  'iu',
)
const agencyOpening = new RegExp(
  `^(\\p{Lu}{3}[\\p{Lu} .’'-]*(?:,\\s+${place})?\\s+${agency})\\s+[–—―-]{1,2}\\s+(?=\\S)`,
  'u',
)

/** Whether a line is a date, or a place and a date, and nothing else. */
export function isDateline(text: string): boolean {
  const match = text.length < 80 ? dateAlone.exec(text) : null
  return match !== null && isPlaceName(match[1] ?? '')
}

/**
 * A dateline that opens a paragraph ("LONDON, 3 March — The ministers …") and the paragraph behind it. Only
 * what cannot be anything else: a place with a date, or a place in capitals with an agency in brackets.
 */
export function splitDateline(text: string): { readonly dateline: string; readonly rest: string } | null {
  const head = text.slice(0, 160)
  const match = datedOpening.exec(head) ?? agencyOpening.exec(head)
  const dateline = match?.[1] ?? ''
  if (match === null || !isPlaceName(dateline.split(/[,(]/u, 1)[0] ?? '')) return null
  return { dateline, rest: text.slice(match[0].length) }
}

const publications =
  /\b(?:daily|weekly|monthly|morning|evening|digest|bulletin|newsletter|updates?|reports?|briefing|brief|news|summary|round-?up|review|edition|memo|minutes|agenda|notes?)\b/iu

/** Whether what stands before a date can be a place: capitals throughout, and not "Daily Digest, 17 March". */
function isPlaceName(text: string): boolean {
  const words = text.split(/[ ,/]+/u)
  return words.every(word => /^(?:$|[\p{Lu}\p{Lo}])/u.test(word)) && !publications.test(text)
}

/** The calendar date in a dateline, as YYYY-MM-DD; empty where it names no year. */
export function dateIn(dateline: string): string {
  const written = /\d{4}-\d{2}-\d{2}/u.exec(dateline)?.[0]
  if (written !== undefined) return written
  const year = /\b\d{4}\b/u.exec(dateline)?.[0]
  const day = /(?<!\d)\d{1,2}(?!\d)/u.exec(dateline)?.[0]
  const found = months.find(([, names]) =>
    new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'iu').test(dateline),
  )
  if (year === undefined || day === undefined || found === undefined) return ''
  return `${year}-${String(found[0]).padStart(2, '0')}-${day.padStart(2, '0')}`
}

const byWords = /^(by|par|por|von|di|door|av|بقلم|كتب)(?::\s*|\s+)(.+)$/iu
const joiningWords = /^(?:and|und|et|y|e|en|in|of|for|with|de|da|di|del|van|von|der|den|la|le|al|bin|ibn|&)$/u

/**
 * The name in a byline that stands alone on its line, and the word before it. Every word of it has a capital
 * or joins two that have, and there are at least two: "By Tuesday" is no byline.
 */
export function readByline(text: string): { readonly by: string; readonly name: string } | null {
  const match = byWords.exec(text)
  const [, by = '', name = ''] = match ?? []
  if (match === null || name.length > 80 || /[.!?:;]$/u.test(name) || /\d/u.test(name)) return null
  const words = name.split(/[\s,]+/u).filter(word => word !== '')
  const names = words.filter(word => !joiningWords.test(word))
  if (words.length < 2 || words.length > 8 || names.length < 2) return null
  return names.every(word => /^[\p{Lu}\p{Lo}]/u.test(word)) ? { by, name } : null
}
