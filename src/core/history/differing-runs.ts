import type { Node } from 'prosemirror-model'

/** Children of two nodes that take each other's place: `aFrom` to `aTo` of the one, `bFrom` to `bTo` of the other. */
export interface Run {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** More comparisons than this are not made: what lies between is replaced as one. */
const mostComparisons = 4_000_000

/** The runs of children that are not in a longest common subsequence, in order. */
export function differingRuns(a: Node, b: Node): Run[] {
  let start = 0
  const shorter = Math.min(a.childCount, b.childCount)
  while (start < shorter && a.child(start).eq(b.child(start))) start += 1
  let end = 0
  while (end < shorter - start && a.child(a.childCount - 1 - end).eq(b.child(b.childCount - 1 - end))) {
    end += 1
  }
  const aTo = a.childCount - end
  const bTo = b.childCount - end
  if (start === aTo && start === bTo) return []
  const whole = [{ aFrom: start, aTo, bFrom: start, bTo }]
  const [rows, columns] = [aTo - start, bTo - start]
  if (rows === 0 || columns === 0 || rows * columns > mostComparisons) return whole

  const keys = new Map<string, number>()
  const keyOf = (node: Node) => {
    const json = JSON.stringify(node.toJSON())
    const known = keys.get(json) ?? keys.size
    keys.set(json, known)
    return known
  }
  const ours = Array.from({ length: rows }, (_, index) => keyOf(a.child(start + index)))
  const theirs = Array.from({ length: columns }, (_, index) => keyOf(b.child(start + index)))
  // length[i][j]: the longest common subsequence of what is behind i and j.
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1))
  const length = (row: number, column: number) => lengths[row]?.[column] ?? 0
  for (let row = rows - 1; row >= 0; row -= 1) {
    const line = lengths[row]
    if (line === undefined) continue
    for (let column = columns - 1; column >= 0; column -= 1) {
      line[column] =
        ours[row] === theirs[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1))
    }
  }
  const runs: Run[] = []
  let [row, column, fromRow, fromColumn] = [0, 0, 0, 0]
  const close = () => {
    if (row > fromRow || column > fromColumn) {
      runs.push({ aFrom: start + fromRow, aTo: start + row, bFrom: start + fromColumn, bTo: start + column })
    }
  }
  while (row < rows && column < columns) {
    if (ours[row] === theirs[column]) {
      close()
      row += 1
      column += 1
      ;[fromRow, fromColumn] = [row, column]
    } else if (length(row + 1, column) >= length(row, column + 1)) row += 1
    else column += 1
  }
  ;[row, column] = [rows, columns]
  close()
  return runs
}
