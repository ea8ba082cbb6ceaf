import type { Mark, Schema } from 'prosemirror-model'
import type { Formatting } from '../../../core/briefing/formatting.ts'
import type { HeldConflict } from '../../../core/briefing/handoff.ts'

/** Words of a line that are formatted alike. */
export interface Run {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** The lines of plain words that hold any, each cut where its formatting changes. White space is one space. */
export function linesIn(
  { content, formatting = [] }: Pick<HeldConflict, 'content' | 'formatting'>,
  schema: Schema,
): Run[][] {
  const lines: Run[][] = [[]]
  for (const { from, to } of partsOf(content, formatting)) {
    const text = content.slice(from, to)
    if (/^[\r\n\u2028\u2029]+$/u.test(text)) {
      lines.push([])
      continue
    }
    const last = lines.at(-1)
    const words = text.replace(/[\t ]+/gu, ' ').replace(/\p{Cc}/gu, '')
    const isAfterSpace = last?.at(-1)?.text.endsWith(' ') === true
    last?.push({
      text: isAfterSpace ? words.replace(/^ /u, '') : words,
      marks: marksOf(
        formatting.filter(one => one.from <= from && to <= one.to),
        schema,
      ),
    })
  }
  return lines.filter(line => textOf(line).trim() !== '')
}

export function plain(text: string): Run {
  return { text, marks: [] }
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

/** Runs without the spaces at their ends, or at one of them. */
export function trimmed(runs: readonly Run[], atStart = true, atEnd = true): Run[] {
  const words = textOf(runs)
  const from = atStart ? words.length - words.trimStart().length : 0
  const to = atEnd ? words.trimEnd().length : words.length
  let at = 0
  return runs.map(({ text, marks }) => {
    const start = at
    at += text.length
    return { text: text.slice(Math.max(0, from - start), Math.max(0, to - start)), marks }
  })
}

/** The parts of some words that are formatted alike; each line end is one of its own. */
function partsOf(content: string, formatting: readonly Formatting[]): { from: number; to: number }[] {
  const cuts = new Set([0, content.length])
  for (const { from, to } of formatting) cuts.add(from).add(to)
  for (const { index, 0: end } of content.matchAll(/[\r\n\u2028\u2029]+/gu)) {
    cuts.add(index).add(index + end.length)
  }
  const places = [...cuts].filter(place => place <= content.length).sort((a, b) => a - b)
  return places.slice(1).map((to, index) => ({ from: places[index] ?? 0, to }))
}

function marksOf(formatting: readonly Formatting[], schema: Schema): readonly Mark[] {
  return formatting.reduce<readonly Mark[]>((marks, one) => {
    const attributes = one.mark === 'link' ? { href: one.href } : null
    return schema.mark(one.mark, attributes).addToSet(marks)
  }, [])
}
