import type { Node } from 'prosemirror-model'
import { readPullQuote } from '../briefing/attribution.ts'
import { type Details, detailSchemas, emptyDetails } from '../briefing/details.ts'
import { unquote } from '../briefing/quotation.ts'
import { schema } from '../schema/schema.ts'
import { dateIn } from './credits.ts'
import { guessLanguage } from './language.ts'
import type { ImportLine, ImportRole } from './roles.ts'

/**
 * The document and the details that lines with roles make (I1). Lines may have been given other roles than
 * `inferRoles` gave them: a marker that holds words goes back into the text where its role has no use for it,
 * and what does not fit a detail becomes a paragraph. The language is guessed from the text.
 */
export function documentFromLines(lines: readonly ImportLine[]): { doc: Node; details: Details } {
  const byline = detailOf(lines, 'byline')
  const dateline = detailOf(lines, 'dateline')
  const settled = lines.map(line => {
    const misfit =
      (line.role === 'byline' && byline === null) || (line.role === 'dateline' && dateline === null)
    return misfit ? { ...line, role: 'paragraph' as const } : line
  })
  const texts = (role: ImportRole) => settled.filter(line => line.role === role).map(textOf)
  const doc = schema.node('doc', null, [
    schema.node('headline', null, inline(texts('headline').join(' '))),
    schema.node('standfirst', null, inline(texts('standfirst').join(' '))),
    schema.node(
      'keyPoints',
      null,
      texts('keyPoint').map(text => schema.node('keyPoint', null, inline(text))),
    ),
    schema.node('body', null, bodyOf(settled)),
  ])
  doc.check()
  const details = {
    ...emptyDetails,
    ...guessLanguage(sampleOf(lines)),
    byline: byline ?? '',
    dateline: dateline ?? '',
    date: validDate(dateIn(dateline ?? '')),
  }
  return { doc, details }
}

/** The detail that lines with a role make together; null where that is too long for a detail. */
function detailOf(lines: readonly ImportLine[], role: 'byline' | 'dateline'): string | null {
  const text = lines
    .filter(line => line.role === role)
    .map(textOf)
    .join(', ')
  const checked = detailSchemas[role].safeParse(text)
  return checked.success ? checked.data : null
}

function validDate(date: string): string {
  return detailSchemas.date.safeParse(date).success ? date : ''
}

/** As much text as it takes to know its language. */
function sampleOf(lines: readonly ImportLine[]): string {
  let sample = ''
  for (const line of lines) {
    if (sample.length > 20_000) break
    sample += `${line.text.slice(0, 20_000)}\n`
  }
  return sample
}

const rolesInListOrder: ReadonlySet<ImportRole> = new Set(['number', 'keyPoint'])
const rolesOfPlainText: ReadonlySet<ImportRole> = new Set(['paragraph', 'quotation', 'bullet', 'number'])

/** The line's text, with its marker where that holds words which the role does not express. */
function textOf(line: ImportLine): string {
  const { marker, text, role } = line
  if (!/[\p{L}\p{N}]/u.test(marker)) return text
  const dropped = /\p{L}/u.test(marker) ? !rolesOfPlainText.has(role) : rolesInListOrder.has(role)
  return dropped ? text : `${marker} ${text}`
}

function inline(text: string): Node[] {
  const trimmed = text.trim()
  return trimmed === '' ? [] : [schema.text(trimmed)]
}

function paragraph(text: string): Node {
  return schema.node('paragraph', null, inline(text))
}

/** The roles whose neighbouring lines make one block. */
type GroupedRole = 'bullet' | 'number' | 'quotation'

function groupedRole(role: ImportRole | undefined): GroupedRole | null {
  return role === 'bullet' || role === 'number' || role === 'quotation' ? role : null
}

function bodyOf(lines: readonly ImportLine[]): Node[] {
  const blocks: Node[] = []
  let at = 0
  for (;;) {
    const line = lines[at]
    if (line === undefined) break
    const role = groupedRole(line.role)
    let end = at + 1
    if (role === null) {
      const block = blockOf(line)
      if (block !== null) blocks.push(block)
    } else {
      while (lines[end]?.role === role) end++
      blocks.push(groupBlock(role, lines.slice(at, end)))
    }
    at = end
  }
  return blocks.length === 0 ? [schema.node('paragraph')] : blocks
}

function groupBlock(role: GroupedRole, lines: readonly ImportLine[]): Node {
  const paragraphs = lines.map(line => paragraph(textOf(line)))
  if (role === 'quotation') return schema.node('blockQuotation', null, paragraphs)
  const items = paragraphs.map(item => schema.node('listItem', null, [item]))
  if (role === 'bullet') return schema.node('bulletList', null, items)
  const start = Number.parseInt(lines[0]?.marker.replace(/\D/gu, '') ?? '', 10)
  return schema.node('orderedList', { start: Number.isNaN(start) ? 1 : start }, items)
}

/** The body block that a line makes by itself; null for a line that belongs elsewhere or nowhere. */
function blockOf(line: ImportLine): Node | null {
  const text = textOf(line)
  switch (line.role) {
    case 'paragraph':
      return paragraph(text)
    case 'section':
    case 'subsection':
      return schema.node('sectionHeading', { level: line.role === 'section' ? 1 : 2 }, inline(text))
    case 'pullQuote': {
      const parts = readPullQuote(text) ?? { quote: unquote(text) ?? text, attribution: '' }
      return schema.node('pullQuote', null, [
        schema.node('quoteText', null, inline(parts.quote)),
        schema.node('quoteAttribution', null, inline(parts.attribution)),
      ])
    }
    case 'divider':
      return schema.node('divider')
    default:
      return null
  }
}
