/** Which lines are chosen. `anchor` is where a range began, `head` the line that the keyboard is on. */
export interface Selection {
  readonly anchor: number
  readonly head: number
  readonly lines: ReadonlySet<number>
}

export const firstLine: Selection = { anchor: 0, head: 0, lines: new Set([0]) }

/** One line and no other. */
export function choose(line: number): Selection {
  return { anchor: line, head: line, lines: new Set([line]) }
}

/** From the anchor to this line. */
export function extend({ anchor }: Selection, line: number): Selection {
  return { anchor, head: line, lines: range(anchor, line) }
}

/** This line added, or taken out if it was chosen; the last one stays. */
export function toggle({ lines }: Selection, line: number): Selection {
  const next = new Set(lines)
  if (!next.delete(line)) next.add(line)
  return { anchor: line, head: line, lines: next.size === 0 ? new Set([line]) : next }
}

export function chooseAll(selection: Selection, count: number): Selection {
  return { ...selection, lines: range(0, count - 1) }
}

/** What a change made on this line is meant for: all chosen lines if it is one of them, else itself alone. */
export function meant({ lines }: Selection, line: number): ReadonlySet<number> {
  return lines.has(line) ? lines : new Set([line])
}

function range(one: number, other: number): Set<number> {
  const lines = new Set<number>()
  for (let line = Math.min(one, other); line <= Math.max(one, other); line += 1) lines.add(line)
  return lines
}
