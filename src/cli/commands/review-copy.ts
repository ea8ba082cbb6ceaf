import { randomUUID } from 'node:crypto'
import { authorNamed, authorSchema } from '../../core/briefing/author.ts'
import { titleOf } from '../../core/briefing/briefing.ts'
import { rights } from '../../core/briefing/handoff.ts'
import { beginReview } from '../../core/handoff/begin-review.ts'
import { writeCopyFile } from '../../core/handoff/copy-file.ts'
import { makeReviewCopy } from '../../core/handoff/review-copy.ts'
import { writeBriefingFile } from '../../core/handoff/write.ts'
import { applyChange } from '../../core/history/log.ts'
import { fail, ok } from '../../core/result.ts'
import { suggestionsOf } from '../../core/review/suggestions.ts'
import { oneOf, readArguments } from '../arguments.ts'
import { readWholeBriefing } from '../briefing-input.ts'
import type { Command } from '../command.ts'
import { spareInput, writeOutput } from '../output.ts'
import { sender } from '../sender.ts'

const help = `galley review-copy FILE.briefing --for NAME --may comment|suggest|edit -o OUT.briefing

Makes a copy for one reviewer. It holds the text as it is now and none of its history;
FILE remembers whom it was made for, so that the return can be merged, and is replaced.
A draft is in review from then on.

  --for NAME   the reviewer: the author of that name in the briefing, else somebody
               whose id follows from the name
  --may        what the reviewer may do
  --as NAME    who sends it; without it, whoever made the briefing
  --ask TEXT   what the reviewer is asked
  --show comments|suggestions|all|none
               what of others it shows; none unless given

OUT may be -, standard output. A copy that is passed on shows all it has, and may at
most what it might before.
`

export const reviewCopyCommand: Command = {
  help,
  run: async args => {
    const parsed = readArguments(args, {
      for: { type: 'string' },
      may: { type: 'string' },
      as: { type: 'string' },
      ask: { type: 'string' },
      show: { type: 'string' },
      output: { type: 'string', short: 'o' },
    })
    if (!parsed.ok) return parsed
    const { file, values } = parsed.value
    const name = authorSchema.shape.name.safeParse(values.for)
    if (!name.success) return fail('usage', 'Who is the copy for? --for NAME, 1 to 120 characters')
    if (values.may === undefined) return fail('usage', 'What may the reviewer do? --may comment|suggest|edit')
    const may = oneOf('--may', values.may, rights)
    if (!may.ok) return may
    const show = oneOf('--show', values.show ?? 'none', ['none', 'comments', 'suggestions', 'all'])
    if (!show.ok) return show
    if (values.output === undefined) return fail('usage', 'Where to? -o OUT.briefing')
    if (file === '-') return fail('usage', 'FILE must be a file: it remembers the copy')
    const by = sender(values.as)
    if (!by.ok) return by
    const spared = await spareInput(file, values.output)
    if (!spared.ok) return spared

    const read = await readWholeBriefing(file)
    if (!read.ok) return read
    const { origin, changes, briefing } = read.value
    const time = new Date().toISOString()
    const author = by.value(briefing, origin)
    const shown = [
      ...(show.value === 'comments' || show.value === 'all' ? briefing.records.threads.keys() : []),
      ...(show.value === 'suggestions' || show.value === 'all'
        ? suggestionsOf(briefing.doc).map(({ id }) => id)
        : []),
    ]
    const made = makeReviewCopy(
      { origin, changes, briefing },
      {
        copy: randomUUID(),
        reviewer: authorNamed(name.data, briefing.authors.values()),
        rights: may.value,
        asks: values.ask ?? '',
        sender: author,
        time,
        shown,
      },
    )
    if (!made.ok) return made
    const { copy, change } = made.value
    const sent = applyChange(briefing, change)
    if (!sent.ok) return sent
    const begun = beginReview(sent.value, { author, time })
    const all = [...changes, change, ...(begun === null ? [] : [begun])]
    // The master first: a copy that it does not remember would be a stranger when it comes back.
    const kept = await writeOutput(
      file,
      writeBriefingFile({ origin, changes: all, title: titleOf(briefing.doc), time }),
    )
    if (!kept.ok) return kept
    const written = await writeOutput(values.output, writeCopyFile(copy, time))
    return written.ok ? ok(undefined) : written
  },
}
