/** What a Markdown text can hold and a briefing cannot. */
export type LossKind =
  | 'table'
  | 'image'
  | 'html'
  | 'code'
  | 'strikethrough'
  | 'footnote'
  | 'checkbox'
  | 'link'
  | 'nesting'
  | 'comment'

const sentences: Readonly<Record<LossKind, readonly [one: string, several: string]>> = {
  table: ['A table became paragraphs, one a row.', '# tables became paragraphs, one a row.'],
  image: [
    'An image was left out; its description stays as text.',
    '# images were left out; their descriptions stay as text.',
  ],
  html: [
    'HTML tags were left out in one place; their text stays.',
    'HTML tags were left out in # places; their text stays.',
  ],
  code: ['A piece of code became plain text.', '# pieces of code became plain text.'],
  strikethrough: [
    'Struck-out text stays, without the line through it.',
    'Struck-out text stays in # places, without the line through it.',
  ],
  footnote: ['A footnote became a paragraph of its own.', '# footnotes became paragraphs of their own.'],
  checkbox: ['A check box became a plain list item.', '# check boxes became plain list items.'],
  link: [
    'A link’s address is none that a briefing may hold and was left out; its words stay.',
    'The addresses of # links are none that a briefing may hold and were left out; their words stay.',
  ],
  nesting: [
    'A block inside a list or a quotation became a paragraph there.',
    '# blocks inside lists or quotations became paragraphs there.',
  ],
  comment: ['A hidden comment was left out.', '# hidden comments were left out.'],
}

/** Counts what an import could not keep, and says it. */
export class LossReport {
  readonly #counts = new Map<LossKind, number>()
  readonly #notes: string[] = []

  count(kind: LossKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
  }

  /** Takes over what another report counted. */
  add(other: LossReport): void {
    for (const [kind, count] of other.#counts) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  note(sentence: string): void {
    this.#notes.push(sentence)
  }

  /** One sentence for each kind of loss, in the order they were met. */
  sentences(): string[] {
    const counted = [...this.#counts].map(([kind, count]) => {
      const [one, several] = sentences[kind]
      return count === 1 ? one : several.replace('#', String(count))
    })
    return [...this.#notes, ...counted]
  }
}
