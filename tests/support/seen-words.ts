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
  /**
   * Those that stood there twice, or again when another's change was carried after they had gone: a suggestion to
   * replace a block shows its words twice, each can go alone, and what is on one of them is not on the other.
   */
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
  let before = new Set<string>()
  const look = (isCarried: boolean) => {
    const now = new Set<string>()
    for (const word of wordsIn(text(doc))) {
      const isAgain = isCarried && words.has(word) && !before.has(word)
      if (now.has(word) || isAgain) twice.add(word)
      now.add(word)
      words.add(word)
    }
    before = now
  }
  look(false)
  for (const change of changes) {
    for (const step of stepsIn(change)) {
      doc = applyStep(doc, step)
      look(change.carries !== undefined)
    }
  }
  known.set(changes, { words, twice })
  return { words, twice }
}
