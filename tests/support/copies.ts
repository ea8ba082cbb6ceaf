import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'prosemirror-transform'
import type { Author } from '../../src/core/briefing/author.ts'
import { titleOf } from '../../src/core/briefing/briefing.ts'
import type { Rights } from '../../src/core/briefing/handoff.ts'
import { writeBriefingFile } from '../../src/core/handoff/write.ts'
import { openThread } from '../../src/core/review/operations.ts'
import { schema } from '../../src/core/schema/schema.ts'
import {
  ada,
  at,
  ben,
  body,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  posOf,
  section,
  standfirst,
  uuid,
} from './builders.ts'
import { acted, cleo, send, suggested } from './handoff.ts'
import { startLog, stepsOf, type TestLog } from './log.ts'

/** The thread and the suggestion that stand in `reviewedMaster`, by Ben and by Ada. */
const standingThread = uuid(0x7ead)

/** A briefing of Ada's with a thread by Ben on “a third”, and Ada's suggestion to strike “quietly ”. */
function reviewedMaster(): TestLog {
  const text = doc(
    headline('Harbour dues rise in nine ports'),
    standfirst('Owners of small boats pay most.'),
    keyPoints(kp('Dues rise by a third in May.'), kp('Fishing boats are spared until spring.')),
    body(
      p('The port board quietly agreed the new dues on Tuesday.'),
      section('Who pays'),
      p('Boats under twelve metres carry half of the rise.'),
      section('What comes next'),
      p('The ministry has until June to object.'),
    ),
  )
  const from = posOf(text, 'a third')
  const marked = new Transform(text).addMark(
    from,
    from + 7,
    schema.mark('comment', { thread: standingThread }),
  )
  const opened = acted(startLog(text, { byline: 'Ada Okafor', slug: 'harbour-dues', tags: ['ports'] }), ben, [
    ...openThread({
      thread: standingThread,
      quote: { text: 'a third', before: 'Dues rise by ', after: ' in May.' },
      comment: { id: uuid(0xc033), text: 'A third of what?' },
    }),
    stepsOf(marked.steps),
  ])
  return suggested(opened, ada, tr => tr.delete(posOf(tr.doc, 'quietly '), posOf(tr.doc, 'quietly ') + 8))
}

/** The ids of everything in a log that a copy can show. */
function everythingIn({ briefing }: TestLog): string[] {
  const shown = new Set(briefing.records.threads.keys())
  briefing.doc.descendants(({ marks }) => {
    for (const { attrs } of marks) if (typeof attrs.id === 'string') shown.add(attrs.id)
  })
  return [...shown]
}

/** A copy of `reviewedMaster` as a file in a folder; the master remembers it. */
export function writeCopy(
  folder: string,
  name: string,
  {
    rights,
    reviewer = cleo,
    sender = ada,
    master = reviewedMaster(),
    asks = 'Is the figure in the first key point right?\nPlease answer by comment.',
  }: { rights: Rights; reviewer?: Author; sender?: Author; master?: TestLog; asks?: string },
): { path: string; copy: TestLog; master: TestLog } {
  const sent = send(master, reviewer, rights, { sender, asks, shown: everythingIn(master) })
  const path = join(folder, name)
  writeFileSync(path, fileOf(sent.copy))
  return { path, ...sent }
}

/** A log as the bytes of a `.briefing` file. */
export function fileOf({ origin, changes, briefing }: TestLog): Uint8Array {
  return writeBriefingFile({ origin, changes, title: titleOf(briefing.doc), time: at(60) })
}
