import { fail } from '../../core/result.ts'
import { readScript } from '../../core/review/script/run-script.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { nameOf, readInput } from '../input.ts'
import { editHelp, editOptions, runEntries } from '../run-entries.ts'

const help = `galley edit FILE.briefing --as NAME [--suggest] --script EDITS.json [-o OUT]

Carries out a list of edits in order, each as one change; all of them, or none where
one cannot be done. FILE or EDITS.json may be -, standard input.

  --suggest  edits of the text become suggestions; the rest is done as it is
${editHelp}
EDITS.json is a list of these. Quoted text must stand exactly once in the visible
text of one block; "nth": N, from 1, says which of several is meant.

  {"op":"insert","after"|"before":"QUOTED","text":"…"}
  {"op":"replace","find":"QUOTED","with":"…"}      {"op":"delete","find":"QUOTED"}
  {"op":"split","before":"QUOTED"}
  {"op":"join","after":"QUOTED"}                   the block with the next one
  {"op":"retype","at":"QUOTED","to":"paragraph|section|subsection|quote|bullets|numbers"}
  {"op":"mark","find":"QUOTED","mark":"bold|italic"}
  {"op":"move","block":"QUOTED","before":"QUOTED"}
  {"op":"move-section","section":"HEADING","before":"HEADING"}
  {"op":"delete-block","at":"QUOTED"}
  {"op":"add-key-point","text":"…"}
  {"op":"set","field":"headline|standfirst","text":"…"}
  {"op":"detail","name":"slug|byline|…","value":"…"}
  {"op":"comment","on":"QUOTED","text":"…"}        without "on": on the whole briefing
  {"op":"reply","to":"TEXT OF A COMMENT","text":"…"}
  {"op":"resolve"|"reopen","thread":"TEXT OF A COMMENT"}
  {"op":"accept"|"reject","find":"TEXT OF A SUGGESTION"}   or "all":true, "author":"…"
  {"op":"status","to":"In review|…"}
  {"op":"approve"|"request-changes","note":"…"}
`

export const editCommand: Command = {
  help,
  run: async args => {
    const parsed = readArguments(args, { ...editOptions, script: { type: 'string' } })
    if (!parsed.ok) return parsed
    const { file, values } = parsed.value
    const { script } = values
    if (script === undefined) return fail('usage', 'Which edits? --script EDITS.json')
    if (script === '-' && file === '-') return fail('usage', 'Only one of FILE and --script can be -')
    const bytes = await readInput(script)
    if (!bytes.ok) return bytes
    let json: unknown
    try {
      json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
    } catch {
      return fail('input.invalid', 'It is not JSON in UTF-8', { file: nameOf(script) })
    }
    const entries = readScript(json)
    if (!entries.ok) return { ok: false, error: { ...entries.error, file: nameOf(script) } }
    return runEntries(file, entries.value, values, script)
  },
}
