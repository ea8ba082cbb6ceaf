import type { Node } from 'prosemirror-model'
import { fields } from '../../../core/briefing/briefing.ts'
import type { ImportRole } from '../../../core/import/roles.ts'

/** What a text was found to consist of, in words: "3 key points, 2 lede paragraphs, 1 section, 1 pull quote". */
export function tally(roles: Iterable<ImportRole>): string {
  const counts = new Map<string, number>()
  const add = (one: string) => counts.set(one, (counts.get(one) ?? 0) + 1)
  let lede = true
  for (const role of roles) {
    if (role === 'section' || role === 'subsection') lede = false
    if (role === 'paragraph') add(lede ? 'lede paragraph' : 'paragraph')
    else add(counted[role])
  }
  const found = order.filter(one => counts.has(one)).map(one => words(one, counts.get(one) ?? 0))
  return found.length === 0 ? 'Nothing to import' : found.join(', ')
}

/** The roles of a document that names its own (Markdown), for `tally`. */
export function rolesOf(doc: Node): ImportRole[] {
  const roles: ImportRole[] = []
  const { headline, standfirst, keyPoints, body } = fields(doc)
  if (headline.textContent !== '') roles.push('headline')
  if (standfirst.textContent !== '') roles.push('standfirst')
  keyPoints.forEach(() => {
    roles.push('keyPoint')
  })
  body.forEach(block => {
    switch (block.type.name) {
      case 'sectionHeading':
        roles.push(block.attrs.level === 2 ? 'subsection' : 'section')
        break
      case 'pullQuote':
        roles.push('pullQuote')
        break
      case 'blockQuotation':
        roles.push('quotation')
        break
      case 'divider':
        roles.push('divider')
        break
      case 'bulletList':
      case 'orderedList':
        block.forEach(() => {
          roles.push(block.type.name === 'bulletList' ? 'bullet' : 'number')
        })
        break
      default:
        if (block.content.size > 0) roles.push('paragraph')
    }
  })
  return roles
}

const counted: Readonly<Record<Exclude<ImportRole, 'paragraph'>, string>> = {
  headline: 'headline',
  standfirst: 'standfirst',
  byline: 'byline',
  dateline: 'dateline',
  keyPoint: 'key point',
  section: 'section',
  subsection: 'subsection',
  bullet: 'bullet',
  number: 'numbered item',
  pullQuote: 'pull quote',
  quotation: 'block quotation',
  divider: 'divider',
  leaveOut: 'line left out',
}

const order = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'key point',
  'lede paragraph',
  'section',
  'subsection',
  'paragraph',
  'pull quote',
  'block quotation',
  'bullet',
  'numbered item',
  'divider',
  'line left out',
]

function words(one: string, count: number): string {
  const many = one === 'line left out' ? 'lines left out' : `${one}s`
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
