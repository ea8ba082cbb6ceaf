import type { ImportLine } from '../../../core/import/roles.ts'

/** More than several pages hold, and little enough to be set anew at each change of a role. */
const most = { lines: 400, letters: 60_000 }

/** As many of the first lines as a preview shows; the same array where that is all of them. */
export function beginning(lines: readonly ImportLine[]): readonly ImportLine[] {
  const first: ImportLine[] = []
  let letters = 0
  for (const line of lines) {
    const room = most.letters - letters
    if (first.length === most.lines || room <= 0) return first
    letters += line.text.length
    first.push(line.text.length > room ? { ...line, text: line.text.slice(0, room) } : line)
  }
  return letters > most.letters ? first : lines
}
