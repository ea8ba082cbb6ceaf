import { ok } from '../../core/result.ts'
import { readArguments } from '../arguments.ts'
import { readBriefing } from '../briefing-input.ts'
import type { Command } from '../command.ts'
import { type Facts, factsOf } from '../facts.ts'

const help = `galley info FILE.briefing [--json]

Says what is in a briefing. FILE may be -, standard input.

  --json   {title, status, words, keyPoints, sections, pullQuotes,
            threads: {open, resolved}, suggestions, conflicts, hash}
           hash names what would be published: text and details, nothing else
`

export const infoCommand: Command = {
  help,
  run: async args => {
    const parsed = readArguments(args, { json: { type: 'boolean' } })
    if (!parsed.ok) return parsed
    const { file, values } = parsed.value
    const briefing = await readBriefing(file)
    if (!briefing.ok) return briefing
    const facts = factsOf(briefing.value)
    process.stdout.write(values.json ? `${JSON.stringify(facts, null, 2)}\n` : table(facts))
    return ok(undefined)
  },
}

function table(facts: Facts): string {
  const rows: [string, string | number][] = [
    ['Title', facts.title],
    ['Status', facts.status],
    ['Words', facts.words],
    ['Key points', facts.keyPoints],
    ['Sections', facts.sections],
    ['Pull quotes', facts.pullQuotes],
    ['Threads', `${facts.threads.open} open, ${facts.threads.resolved} resolved`],
    ['Suggestions', facts.suggestions],
    ['Conflicts', facts.conflicts],
    ['Hash', facts.hash],
  ]
  return rows.map(([name, value]) => `${name.padEnd(12)} ${value}\n`).join('')
}
