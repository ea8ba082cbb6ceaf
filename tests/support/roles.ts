import { documentFromLines, type ImportLine, inferRoles } from '../../src/core/import/text.ts'

/** The roles of a text's lines, one word each, runs of a role as `role×n`: "keyPoint×3 paragraph section". */
export function rolesOf(text: string): string {
  const runs: { role: string; length: number }[] = []
  for (const { role } of inferRoles(text)) {
    const last = runs[runs.length - 1]
    if (last?.role === role) last.length++
    else runs.push({ role, length: 1 })
  }
  return runs.map(({ role, length }) => (length === 1 ? role : `${role}×${length}`)).join(' ')
}

/** Everything that an imported text says, in reading order: the details that were lines of it, then its blocks. */
export function wordsOf(lines: readonly ImportLine[]): string[] {
  const { doc, details } = documentFromLines(lines)
  const text = doc.textBetween(0, doc.content.size, '\n', '\n')
  return wordsIn([details.byline, details.dateline, text].join('\n'))
}

/** The words of a text: what is left without white space, quotation marks, dashes and list markers. */
export function wordsIn(text: string): string[] {
  return (
    text.match(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}’'.,%£$€]*/gu)?.map(word => word.replace(/[’'.,]+$/u, '')) ??
    []
  )
}
