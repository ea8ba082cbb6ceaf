import type { Node } from 'prosemirror-model'
import { stepsIn } from '../../src/core/history/branch.ts'
import type { Change } from '../../src/core/history/change.ts'
import { applyStep } from '../../src/core/history/step.ts'
import { schema } from '../../src/core/schema/schema.ts'
import { wordsIn } from './edits.ts'
import type { TestLog } from './log.ts'

export interface Seen {
  /** Every word that stood in a log's text at any time: what its writers could see and delete. */
  readonly words: ReadonlySet<string>
  /** Those that stood there twice: a suggestion to replace a block shows its words twice, and each can go alone. */
  readonly twice: ReadonlySet<string>
}

const known = new WeakMap<readonly Change[], Seen>()

/** The text of a document, blocks on lines of their own. */
export const text = (doc: Node): string => doc.textBetween(0, doc.content.size, '\n', '\n')

export function seenIn({ origin, changes }: TestLog): Seen {
  const found = known.get(changes)
  if (found !== undefined) return found
  let doc = schema.nodeFromJSON(origin.doc)
  const words = new Set<string>()
  const twice = new Set<string>()
  const look = () => {
    const now = new Set<string>()
    for (const word of wordsIn(text(doc))) {
      if (now.has(word)) twice.add(word)
      now.add(word)
      words.add(word)
    }
  }
  look()
  for (const step of changes.flatMap(stepsIn)) {
    doc = applyStep(doc, step)
    look()
  }
  known.set(changes, { words, twice })
  return { words, twice }
}
