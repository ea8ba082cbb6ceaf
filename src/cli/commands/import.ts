import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { type BriefingId, titleOf } from '../../core/briefing/briefing.ts'
import type { Publication } from '../../core/export/publication.ts'
import { writeBriefingFile } from '../../core/handoff/write.ts'
import { createOrigin } from '../../core/history/log.ts'
import { decodeText } from '../../core/import/decode.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { oneOf, readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { factsOf } from '../facts.ts'
import { importer } from '../importer.ts'
import { nameOf, readInput } from '../input.ts'
import { spareInput, writeOutput } from '../output.ts'

const help = `galley import FILE [--from text|markdown] [-o OUT.briefing] [--report] [--json]

Makes a briefing of a text. FILE may be -, standard input.

  --from     what FILE is; otherwise its name's ending decides (.md and .markdown
             are Markdown), and a name that says nothing means text
  -o         the briefing to write; it is replaced if it is there. Without -o it
             is written beside FILE, with the ending .briefing, and never over
             another file; a briefing made from standard input goes to
             standard output
  --report   says what each line was taken for and why (text), or what could
             not be kept (markdown)
  --json     prints data: what \`galley info --json\` prints, with the file that
             was written and, with --report, the report

With -o - the report and the data go to standard error. A briefing that is
imported here is by the author “Galley import”.
`

const formats = ['text', 'markdown'] as const
type Format = (typeof formats)[number]

/** An entry of the report: a line's role and the reason for it, or what could not be kept. */
type ReportLine =
  | { readonly role: string; readonly reason: string; readonly text: string }
  | { readonly note: string }

interface Imported extends Publication {
  readonly report: readonly ReportLine[]
}

export const importCommand: Command = {
  help,
  run: async args => {
    const parsed = readArguments(args, {
      from: { type: 'string' },
      output: { type: 'string', short: 'o' },
      report: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    if (!parsed.ok) return parsed
    const { file, values } = parsed.value
    const format = values.from === undefined ? formatOf(file) : readFormat(values.from)
    if (!format.ok) return format
    const target = targetOf(file, values.output)
    if (!target.ok) return target
    const spared = await spareInput(file, target.value)
    if (!spared.ok) return spared

    const bytes = await readInput(file)
    if (!bytes.ok) return bytes
    const text = decodeText(bytes.value, nameOf(file))
    if (!text.ok) return text
    const { doc, details, report } = await read(text.value, format.value)
    const time = new Date().toISOString()
    const origin = createOrigin({
      id: randomUUID() as string as BriefingId,
      time,
      author: importer,
      doc,
      details,
    })
    const written = await writeOutput(
      target.value,
      writeBriefingFile({ origin, changes: [], title: titleOf(doc), time }),
    )
    if (!written.ok) return written

    const output = target.value === '-' ? process.stderr : process.stdout
    const facts = { file: target.value, ...factsOf({ doc, details }) }
    if (values.json) {
      output.write(`${JSON.stringify(values.report ? { ...facts, report } : facts, null, 2)}\n`)
    } else if (values.report) output.write(report.map(line => `${lineOf(line)}\n`).join(''))
    return ok(undefined)
  },
}

function readFormat(from: string): Result<Format> {
  if (from === 'html' || from === 'docx') {
    return fail('usage', `--from ${from}: Galley cannot import this yet; it imports text and markdown`)
  }
  return oneOf('--from', from, formats)
}

function formatOf(file: string): Result<Format> {
  const ending = extname(file).toLowerCase()
  switch (ending) {
    case '.md':
    case '.markdown':
      return ok('markdown')
    case '.briefing':
      return fail('usage', 'This is a briefing already', { file })
    case '.html':
    case '.htm':
    case '.docx':
      return fail('usage', `Galley cannot import ${ending} yet; it imports text and markdown`, { file })
    default:
      return ok('text')
  }
}

/** Where the briefing goes. Without -o nothing is written over: an older import may have been worked on. */
function targetOf(file: string, output: string | undefined): Result<string> {
  if (output !== undefined) return ok(output)
  if (file === '-') return ok('-')
  const beside = `${file.slice(0, file.length - extname(file).length)}.briefing`
  if (existsSync(beside)) {
    return fail('usage', 'This briefing exists already; -o replaces it or names another', { file: beside })
  }
  return ok(beside)
}

async function read(text: string, format: Format): Promise<Imported> {
  if (format === 'markdown') {
    const { importMarkdown } = await import('../../core/import/markdown.ts')
    const { notes, ...imported } = importMarkdown(text)
    return { ...imported, report: notes.map(note => ({ note })) }
  }
  const { documentFromLines, inferRoles } = await import('../../core/import/text.ts')
  const lines = inferRoles(text)
  const report = lines.map(line => ({ role: line.role, reason: line.reason, text: line.text }))
  return { ...documentFromLines(lines), report }
}

function lineOf(line: ReportLine): string {
  if ('note' in line) return line.note
  const short = line.text.length > 60 ? `${line.text.slice(0, 59)}…` : line.text
  return `${line.role.padEnd(10)}  ${short}  (${line.reason})`
}
