/**
 * What the page itself says around a briefing's text, by language: its labels, and the quotation marks that
 * it sets around a pull quote (Unicode CLDR 44, delimiters; Arabic and Norwegian as their newspapers set
 * them). page.css sets the same marks on the desk.
 */
export interface Wording {
  /** The word above the headline. */
  readonly briefing: string
  readonly keyPoints: string
  /** Above the comments that an export lists, and behind one that is settled. */
  readonly comments: string
  readonly resolved: string
  /** What stands before a name in a byline, with the space behind it. */
  readonly by: string
  readonly openQuote: string
  readonly closeQuote: string
}

type Labels = Pick<Wording, 'briefing' | 'keyPoints' | 'by' | 'comments' | 'resolved'>

const english: Labels = {
  briefing: 'Briefing',
  keyPoints: 'Key points',
  by: 'By ',
  comments: 'Comments',
  resolved: 'resolved',
}

const labels: Readonly<Record<string, Labels>> = {
  en: english,
  ar: { briefing: 'إحاطة', keyPoints: 'أبرز النقاط', by: 'بقلم ', comments: 'تعليقات', resolved: 'محسوم' },
  de: {
    briefing: 'Briefing',
    keyPoints: 'Das Wichtigste',
    by: 'Von ',
    comments: 'Kommentare',
    resolved: 'erledigt',
  },
  es: {
    briefing: 'Informe',
    keyPoints: 'Puntos clave',
    by: 'Por ',
    comments: 'Comentarios',
    resolved: 'resuelto',
  },
  fr: {
    briefing: 'Note',
    keyPoints: 'Points clés',
    by: 'Par ',
    comments: 'Commentaires',
    resolved: 'résolu',
  },
  it: { briefing: 'Nota', keyPoints: 'Punti chiave', by: 'Di ', comments: 'Commenti', resolved: 'risolto' },
  nl: {
    briefing: 'Briefing',
    keyPoints: 'Kernpunten',
    by: 'Door ',
    comments: 'Opmerkingen',
    resolved: 'opgelost',
  },
  pt: {
    briefing: 'Informe',
    keyPoints: 'Pontos principais',
    by: 'Por ',
    comments: 'Comentários',
    resolved: 'resolvido',
  },
}

/** A narrow no-break space: what French puts inside its quotation marks. */
const narrow = '\u202f'

const quoteMarks: ReadonlyArray<readonly [languages: string, open: string, close: string]> = [
  ['fr', `«${narrow}`, `${narrow}»`],
  ['ar fa es it pt ru uk el no nb nn', '«', '»'],
  ['de cs bg', '„', '“'],
  ['pl hu ro', '„', '”'],
  ['sv fi', '”', '”'],
  ['ja zh-tw zh-hant', '「', '」'],
]

const marksByLanguage = new Map(
  quoteMarks.flatMap(([languages, open, close]) =>
    languages.split(' ').map(language => [language, [open, close]] as const),
  ),
)

/** The wording for a BCP 47 tag: the longest part of it that is known decides, else English. */
export function wordingOf(language: string): Wording {
  const parts = language.toLowerCase().split('-')
  const known = <T>(find: (tag: string) => T | undefined): T | undefined => {
    for (let length = parts.length; length > 0; length--) {
      const found = find(parts.slice(0, length).join('-'))
      if (found !== undefined) return found
    }
    return undefined
  }
  const [openQuote, closeQuote] = known(tag => marksByLanguage.get(tag)) ?? ['“', '”']
  return { ...(known(tag => labels[tag]) ?? english), openQuote, closeQuote }
}
