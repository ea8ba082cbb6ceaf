import type { Node } from 'prosemirror-model'
import type { HeldConflict } from '../../src/core/briefing/handoff.ts'
import { stepsIn } from '../../src/core/history/branch.ts'
import { applyStep } from '../../src/core/history/step.ts'
import { schema } from '../../src/core/schema/schema.ts'
import { wordsIn } from './edits.ts'
import type { TestLog } from './log.ts'

/** A merge, as far as somebody who checks the books must see it. */
export interface Books {
  /** Where the two sides parted. */
  readonly base: Node
  readonly master: TestLog
  /** The return's end. */
  readonly theirs: TestLog
  readonly result: TestLog
  readonly conflicts: readonly HeldConflict[]
}

/**
 * What went missing without a word: empty where the books balance. Forms can only be told where the master had
 * none of the return before.
 */
export function missingFrom(books: Books, forms: 'with forms' | 'without forms' = 'with forms'): string[] {
  return [
    ...missingWords(books),
    ...misplaced(books),
    ...(forms === 'with forms' ? missingForm(books) : []),
    ...missingRecords(books),
  ]
}

const text = (doc: Node) => doc.textBetween(0, doc.content.size, '\n', '\n')

function missingWords({ master, theirs, result, conflicts }: Books): string[] {
  const [ours, incoming, now] = [master.briefing.doc, theirs.briefing.doc, result.briefing.doc].map(
    doc => new Set(wordsIn(text(doc))),
  ) as [Set<string>, Set<string>, Set<string>]
  const said = conflicts.map(({ content }) => content).join('\n')
  const missing: string[] = []
  const seen = seenIn(theirs)
  const seenHere = seenIn(master)
  for (const word of ours) {
    if (now.has(word)) continue
    if (seen.twice.has(word) || seenHere.twice.has(word)) continue
    if (!seen.words.has(word)) missing.push(`${word}, put in by the master`)
    else if (incoming.has(word) && !said.includes(word)) missing.push(`${word}, which nobody deleted`)
  }
  for (const word of incoming) {
    if (now.has(word) || said.includes(word)) continue
    if (!seenHere.words.has(word)) missing.push(`${word}, put in by the reviewer`)
  }
  return missing
}

interface Seen {
  /** Every word that stood in a log's text at any time: what its writers could see and delete. */
  readonly words: ReadonlySet<string>
  /** Those that stood there twice: a suggestion to replace a block shows its words twice, and each can go alone. */
  readonly twice: ReadonlySet<string>
}

function seenIn({ origin, changes }: TestLog): Seen {
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
  return { words, twice }
}

/** Words of the reviewer that stand away from both words beside which they were written. */
function misplaced({ base, master, theirs, result }: Books): string[] {
  const twice = new Set([master, theirs, result].flatMap(log => [...seenIn(log).twice]))
  const before = new Set(wordsIn(text(base)))
  const blocks = blocksByWord(result.briefing.doc)
  const wrong: string[] = []
  theirs.briefing.doc.descendants(node => {
    if (!node.isTextblock) return true
    const words = wordsIn(node.textContent)
    for (const [index, word] of words.entries()) {
      if (before.has(word) || !blocks.has(word)) continue
      const beside = [words[index - 1], words[index + 1]].filter(
        other => other !== undefined && before.has(other) && !twice.has(other),
      )
      const there = beside.map(other => blocks.get(other as string) ?? [])
      const own = blocks.get(word) ?? []
      const isBeside = there.some(places => places.some(place => own.some(mine => isNear(mine, place))))
      if (there.length > 0 && there.every(places => places.length > 0) && !isBeside) {
        wrong.push(`${word} is not beside ${beside.join(' or ')}`)
      }
    }
    return false
  })
  return wrong
}

interface WordPlace {
  /** The number of its block among those with words. */
  readonly block: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** In one block, or at the ends of two neighbouring ones: where one was split, either half is right. */
function isNear(a: WordPlace, b: WordPlace): boolean {
  if (a.block === b.block) return true
  return (a.block === b.block + 1 && a.isFirst) || (a.block === b.block - 1 && a.isLast)
}

function blocksByWord(doc: Node): Map<string, WordPlace[]> {
  const found = new Map<string, WordPlace[]>()
  let block = 0
  doc.descendants(node => {
    if (!node.isTextblock) return true
    const words = wordsIn(node.textContent)
    for (const [index, word] of words.entries()) {
      const place = { block, isFirst: index === 0, isLast: index === words.length - 1 }
      found.set(word, [...(found.get(word) ?? []), place])
    }
    if (words.length > 0) block += 1
    return false
  })
  return found
}

interface WordForm {
  readonly bold: boolean
  readonly links: string
  readonly block: string
  readonly level: string
  readonly allowsBold: boolean
}

function countBlocks(doc: Node): number {
  let count = 0
  doc.descendants(node => {
    if (!node.isTextblock) return true
    count += 1
    return false
  })
  return count
}

function formsOf(doc: Node): Map<string, WordForm> {
  const twice = new Set<string>()
  const found = new Map<string, WordForm>()
  doc.descendants((node, _pos, parent) => {
    if (!node.isTextblock) return true
    for (const match of node.textBetween(0, node.content.size, '\n', '\n').matchAll(/\[\w+\]/g)) {
      const inside = node.nodeAt(match.index + 1)
      const href = inside?.marks.find(mark => mark.type.name === 'link')?.attrs.href as string | undefined
      const bold = node.type.schema.marks.bold
      // A suggestion to replace a block shows its words twice; each copy has its own form.
      if (found.has(match[0])) twice.add(match[0])
      found.set(match[0], {
        bold: inside?.marks.some(mark => mark.type.name === 'bold') ?? false,
        links: href ?? '',
        block: `${node.type.name} in ${parent?.type.name}`,
        level: String(node.attrs.level ?? ''),
        allowsBold: bold !== undefined && node.type.allowsMarkType(bold),
      })
    }
    return false
  })
  for (const word of twice) found.delete(word)
  return found
}

/** Forms of words that one side alone changed and that the result does not have, unsaid. */
function missingForm({ base, master, theirs, result, conflicts }: Books): string[] {
  const [before, ours, incoming, now] = [
    base,
    master.briefing.doc,
    theirs.briefing.doc,
    result.briefing.doc,
  ].map(formsOf)
  if (!before || !ours || !incoming || !now) return []
  const said = conflicts.map(({ content }) => content).join('\n')
  const missing: string[] = []
  // Where blocks were split or joined, a word's block can be that of another one that was changed.
  const isSameBlocks = new Set([base, master.briefing.doc, theirs.briefing.doc].map(countBlocks)).size === 1
  for (const [word, is] of now) {
    const was = before.get(word)
    const [our, their] = [ours.get(word), incoming.get(word)]
    if (was === undefined || our === undefined || their === undefined || said.includes(word)) continue
    for (const name of ['bold', 'links', 'block', 'level'] as const) {
      if (name === 'bold' && !is.allowsBold) continue
      if ((name === 'block' || name === 'level') && !isSameBlocks) continue
      if (name === 'level' && [was, our, their, is].some(({ level }) => level === '')) continue
      const wanted = our[name] === was[name] ? their[name] : their[name] === was[name] ? our[name] : null
      if (wanted !== null && is[name] !== wanted)
        missing.push(`${word} is ${name} ${is[name]}, not ${wanted}`)
    }
  }
  return missing
}

function missingRecords({ master, theirs, result, conflicts }: Books): string[] {
  const has = new Set(
    [...result.briefing.records.threads.values()].flatMap(({ comments }) =>
      comments.map(({ text: words }) => words),
    ),
  )
  const said = conflicts.map(({ content }) => content).join('\n')
  return [master, theirs].flatMap(log =>
    [...log.briefing.records.threads.values()].flatMap(({ comments }) =>
      comments.flatMap(({ text: words }) =>
        has.has(words) || said.includes(words) ? [] : [`comment ${words}`],
      ),
    ),
  )
}
