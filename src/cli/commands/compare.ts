import type { Briefing } from '../../core/briefing/briefing.ts'
import { detailNames } from '../../core/briefing/details.ts'
import { isSameJson } from '../../core/canonical.ts'
import { compareDocuments } from '../../core/history/compare.ts'
import { wordsBetween } from '../../core/history/conflict.ts'
import { ok } from '../../core/result.ts'
import { readingOf } from '../../core/review/publication.ts'
import { readArguments } from '../arguments.ts'
import { readBriefing } from '../briefing-input.ts'
import type { Command } from '../command.ts'

const help = `galley compare A.briefing B.briefing [--json]

Says what differs between two briefings or two copies of one, from A to B: the words
of the text, as it reads with all suggestions accepted, and the details. A or B may
be -, standard input.

  --json   [{field, before, after}]
`

interface Difference {
  /** The field of the text, or the detail. */
  readonly field: string
  readonly before: string
  readonly after: string
}

export const compareCommand: Command = {
  help,
  run: async args => {
    const parsed = readArguments(args, { json: { type: 'boolean' } }, ['OTHER FILE'])
    if (!parsed.ok) return parsed
    const { file, given, values } = parsed.value
    const a = await readBriefing(file)
    if (!a.ok) return a
    const b = await readBriefing(given['OTHER FILE'])
    if (!b.ok) return b
    const found = [...textDifferences(a.value, b.value), ...detailDifferences(a.value, b.value)]
    process.stdout.write(
      values.json
        ? `${JSON.stringify(found, null, 2)}\n`
        : found.map(difference => written(difference)).join(''),
    )
    return ok(undefined)
  },
}

function textDifferences(a: Briefing, b: Briefing): Difference[] {
  const before = readingOf(a.doc, 'accept')
  const after = readingOf(b.doc, 'accept')
  return compareDocuments(before, after).map(({ fromA, toA, fromB, toB }) => ({
    field: after.resolve(fromB).node(1)?.type.name ?? '',
    before: wordsBetween(before, fromA, toA),
    after: wordsBetween(after, fromB, toB),
  }))
}

function detailDifferences(a: Briefing, b: Briefing): Difference[] {
  const words = (value: string | readonly string[]) => (typeof value === 'string' ? value : value.join(', '))
  return detailNames
    .filter(name => !isSameJson(a.details[name], b.details[name]))
    .map(name => ({ field: name, before: words(a.details[name]), after: words(b.details[name]) }))
}

function written({ field, before, after }: Difference): string {
  const lines = (sign: string, words: string) =>
    words === '' ? '' : words.replace(/^/gmu, `${sign} `).concat('\n')
  return `${field}\n${lines('-', before)}${lines('+', after)}\n`
}
