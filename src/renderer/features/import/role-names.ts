import type { ImportRole } from '../../../core/import/roles.ts'

/** What the roles are called, in the order in which they are offered. */
export const roleNames: Readonly<Record<ImportRole, string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  keyPoint: 'Key point',
  paragraph: 'Paragraph',
  section: 'Section heading',
  subsection: 'Subsection heading',
  bullet: 'Bullet',
  number: 'Numbered item',
  pullQuote: 'Pull quote',
  quotation: 'Block quotation',
  divider: 'Divider',
  leaveOut: 'Leave out',
}
