/** What a line of an imported text is taken for. `leaveOut` is for a label whose meaning the page shows. */
export const importRoles = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'keyPoint',
  'paragraph',
  'section',
  'subsection',
  'bullet',
  'number',
  'pullQuote',
  'quotation',
  'divider',
  'leaveOut',
] as const

export type ImportRole = (typeof importRoles)[number]

/** One line of an imported text: what it says, what it is taken for, and why. */
export interface ImportLine {
  /** Without its marker; wrapped lines are joined. A pull quote keeps its marks, dash and name. */
  readonly text: string
  readonly role: ImportRole
  /** Why it has this role, as a short phrase for the user. */
  readonly reason: string
  /** What stood before the text and is not part of it: "-", "•", "2.", "##", "Headline:". Empty for none. */
  readonly marker: string
}
