/** What a typed label announces. */
export type LabelKind = 'headline' | 'standfirst' | 'byline' | 'dateline' | 'keyPoints' | 'body' | 'quote'

/** The labels that people type before the parts of a briefing, in lower case. */
const labels: Readonly<Record<LabelKind, readonly string[]>> = {
  headline: [
    ...['headline', 'title', 'titre', 'titel', 'titular', 'titolo', 'العنوان'],
    ...['subject', 're', 'objet', 'betreff', 'asunto', 'oggetto', 'onderwerp', 'الموضوع'],
  ],
  standfirst: [
    'standfirst',
    'subtitle',
    'sub-heading',
    'subheading',
    'subhead',
    'strapline',
    'deck',
    'dek',
    'chapô',
    'sous-titre',
  ],
  byline: ['byline', 'author', 'auteur', 'autor'],
  dateline: ['dateline', 'date'],
  keyPoints: [
    ...['key points', 'key point', 'keypoints', 'key takeaways', 'key messages', 'main points', 'top lines'],
    ...['key developments', 'key findings', 'key facts', 'main developments', 'what you need to know'],
    ...['top stories', 'headlines', 'in this issue', 'in this briefing'],
    ...['highlights', 'at a glance', 'in brief', 'summary', 'the essentials', 'points clés', "l'essentiel"],
    ...[
      'l’essentiel',
      'à retenir',
      'en bref',
      'das wichtigste',
      'das wichtigste in kürze',
      'auf einen blick',
    ],
    ...['puntos clave', 'claves', 'punti chiave', 'in sintesi', 'kernpunten', 'pontos principais'],
    ...['أبرز النقاط', 'النقاط الرئيسية', 'أهم النقاط', 'النقاط الأساسية', 'باختصار', 'الملخص'],
  ],
  body: ['body', 'lede', 'lead', 'text', 'story', 'main text'],
  quote: ['quote', 'pull quote', 'pullquote', 'citation'],
}

const kinds = new Map(
  (Object.keys(labels) as LabelKind[]).flatMap(kind => labels[kind].map(name => [name, kind] as const)),
)

/** A label and what follows it on its line. */
export interface Label {
  readonly kind: LabelKind
  /** With its colon, as it was typed. */
  readonly label: string
  /** Empty for a label alone on its line. */
  readonly rest: string
}

/** The label that a line begins with: alone on its line, or with a colon before the rest of it. */
export function readLabel(text: string): Label | null {
  const colon = text.slice(0, 40).search(/[:：]/u)
  const name = colon < 0 ? text : text.slice(0, colon)
  if (name.length > 36) return null
  const kind = kinds.get(name.trim().toLowerCase())
  if (kind === undefined) return null
  if (colon < 0) return { kind, label: text, rest: '' }
  return { kind, label: text.slice(0, colon + 1), rest: text.slice(colon + 1).trim() }
}

/** Lines that stand above a press notice's headline and are not it. */
export function isKicker(text: string): boolean {
  return /^(?:for immediate release|memo(?:randum)?|(?:press|news|media) (?:release|notice|statement)|embargoed\b.{0,60}|communiqué(?: de presse)?|pressemitteilung|comunicado(?: de prensa)?|comunicato stampa|persbericht|بيان صحفي)[.:]?$/iu.test(
    text,
  )
}

/** Lines around a title that say where a text comes from and goes to: "From: Policy Unit", "Published 3 May". */
export function isRoutingLine(text: string): boolean {
  if (text.length > 120 || /[.!?]$/u.test(text)) return false
  return (
    /^(?:to|from|cc|our ref|ref|reference|distribution|classification|version|issued|published|released|(?:last )?updated|de|à|von|an)\s*[:：]\s*\S/iu.test(
      text,
    ) ||
    /^(?:prepared|drafted|submitted) (?:for|by)\s/iu.test(text) ||
    /^(?:(?:first|last) )?(?:published|updated|issued|released|posted)\s.{0,50}\d$/iu.test(text)
  )
}

/** Names of sections that no text has for its title. */
export function isSectionName(text: string): boolean {
  return /^(?:executive summary|introduction|overview|background|context)$/iu.test(text)
}
