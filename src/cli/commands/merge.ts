import { titleOf } from '../../core/briefing/briefing.ts'
import { type HeldConflict, openConflicts } from '../../core/briefing/handoff.ts'
import type { Returned } from '../../core/handoff/merge.ts'
import { mergeCopies } from '../../core/handoff/merge-copies.ts'
import type { MergeReport, ReturnReport } from '../../core/handoff/merge-report.ts'
import { type CopyReport, reportOnCopies } from '../../core/handoff/report-copy.ts'
import { writeBriefingFile } from '../../core/handoff/write.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { oneOf, readFiles } from '../arguments.ts'
import { readWholeBriefing } from '../briefing-input.ts'
import type { Command } from '../command.ts'
import { nameOf } from '../input.ts'
import { isSameFile, writeOutput } from '../output.ts'
import { sender } from '../sender.ts'

const help = `galley merge MASTER.briefing RETURN.briefing... [-o OUT] [--report FILE.json]

Merges what reviewers sent back. Every comment, suggestion and edit is in the result or
is one of its conflicts, with its content. Merging a return again changes nothing. A
RETURN may be a return, a review copy, or another copy of the master.

  -o OUT     where to; without it MASTER is replaced, as a whole or not at all
  --report   writes what each return brought and all open conflicts, as JSON, each with
             its author's name and the words around its place; - is standard output
  --edits edits|suggestions
             what becomes of direct edits in copies that may edit; edits unless given
  --as NAME  who merges; without it, whoever made the briefing

Exit status 1: merged, and the briefing has conflicts that somebody must deal with.
If one RETURN cannot be merged, nothing is.
`

export const mergeCommand: Command = {
  help,
  run: async args => {
    const parsed = readFiles(args, {
      output: { type: 'string', short: 'o' },
      report: { type: 'string' },
      edits: { type: 'string' },
      as: { type: 'string' },
      json: { type: 'boolean' },
    })
    if (!parsed.ok) return parsed
    const { files, values } = parsed.value
    const [file, ...rest] = files
    if (file === undefined || rest.length === 0) return fail('usage', 'Which RETURN? galley --help shows how')
    if (files.filter(name => name === '-').length > 1)
      return fail('usage', 'Only one file can be standard input')
    const edits = oneOf('--edits', values.edits ?? 'edits', ['edits', 'suggestions'])
    if (!edits.ok) return edits
    const by = sender(values.as)
    if (!by.ok) return by
    const target = values.output ?? file
    const spared = await spareFiles(files, target, values.report)
    if (!spared.ok) return spared

    const read = await readWholeBriefing(file)
    if (!read.ok) return read
    const { origin, briefing } = read.value
    const returns: Returned[] = []
    for (const name of rest) {
      const one = await readWholeBriefing(name)
      if (!one.ok) return one
      returns.push({ ...one.value, isReturn: one.value.manifest.kind === 'return' })
    }
    const time = new Date().toISOString()
    const merged = mergeCopies(read.value, returns, {
      author: by.value(briefing, origin),
      time,
      edits: edits.value,
    })
    if (!merged.ok) {
      const { code, message, entry } = merged.error
      const place = Number(/^return (\d+)$/.exec(entry ?? '')?.[1] ?? 0)
      const at = rest[place - 1]
      return fail(code, message, at === undefined ? { entry } : { file: nameOf(at) })
    }
    const { changes, report, joined } = merged.value
    const end = merged.value.briefing
    const copies = joined === null ? null : reportOnCopies(read.value, joined.copies, joined.briefing)
    const title = titleOf(end.doc)
    const written = await writeOutput(
      target,
      writeBriefingFile({ origin, changes, title, time, briefing: end }),
    )
    if (!written.ok) return written
    const conflicts = openConflicts(end.records.handoff)
    const nameOfAuthor = (id: string) => end.authors.get(id)?.name ?? id
    const data = `${JSON.stringify({ ...report, copies, conflicts }, withNames(nameOfAuthor), 2)}\n`
    if (values.report !== undefined) {
      const told = await writeOutput(values.report, data)
      if (!told.ok) return told
    }
    const output = target === '-' || values.report === '-' ? process.stderr : process.stdout
    output.write(values.json === true ? data : told(report, copies, conflicts, nameOfAuthor))
    if (conflicts.length > 0) process.exitCode = 1
    return ok(undefined)
  },
}

/** Nothing that is read is written over, but the master by the merged briefing. */
async function spareFiles(
  files: readonly string[],
  target: string,
  report: string | undefined,
): Promise<Result<void>> {
  for (const name of files.slice(1)) {
    if (await isSameFile(name, target)) {
      return fail('usage', 'This is a RETURN; -o names another file', { file: target })
    }
  }
  if (report === undefined) return ok(undefined)
  for (const name of [...files, target]) {
    if (await isSameFile(name, report)) {
      return fail('usage', 'This is a briefing; --report names another file', { file: report })
    }
  }
  return ok(undefined)
}

/** Says beside every author's id in the report who that is. */
function withNames(nameOfAuthor: (id: string) => string) {
  return (_key: string, value: unknown): unknown => {
    const author = typeof value === 'object' && value !== null && 'author' in value ? value.author : null
    return typeof author === 'string' ? { ...(value as object), authorName: nameOfAuthor(author) } : value
  }
}

function told(
  { returns }: MergeReport,
  copies: CopyReport | null,
  conflicts: readonly HeldConflict[],
  nameOfAuthor: (id: string) => string,
): string {
  const lines = returns.map(({ reviewer, isKnown, unverified, ...brought }) => {
    if (isKnown) return `${reviewer.name}: known already`
    const strangers = unverified.length === 0 ? '' : `; not invited: ${unverified.join(', ')}`
    return `${reviewer.name}: ${counts(brought)}${strangers}`
  })
  if (copies !== null) {
    const name = 'Other copies of the briefing'
    lines.push(copies.changes === 0 ? `${name}: known already` : `${name}: ${counts(copies)}`)
  }
  const open = conflicts.map(
    ({ author, wanted, content }) =>
      `  ${nameOfAuthor(author)}: ${wanted}: ${content.replace(/\s+/gu, ' ').trim()}`,
  )
  if (open.length > 0) lines.push(`To deal with: ${counted(open.length, 'conflict')}`, ...open)
  return lines.map(line => `${line}\n`).join('')
}

/** What a return or other copies bring, by number. */
function counts(brought: CopyReport | Omit<ReturnReport, 'reviewer' | 'isKnown' | 'unverified'>): string {
  return [
    counted(brought.comments.length, 'comment'),
    counted(brought.suggestions.length, 'suggestion'),
    counted(brought.edits.length, 'edit'),
    ...('approvals' in brought ? [counted(brought.approvals.length, 'approval')] : []),
    counted(brought.conflicts.length, 'conflict'),
  ].join(', ')
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
