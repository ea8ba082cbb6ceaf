import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { HeldConflict } from '../../src/core/briefing/handoff.ts'
import { resolveSuggestions } from '../../src/core/review/resolve.ts'
import { wordsIn } from './edits.ts'
import { missingForms } from './form-accounts.ts'
import type { TestLog } from './log.ts'
import { missingRecords } from './record-accounts.ts'
import { seenIn, text } from './seen-words.ts'

/** A merge, as far as somebody who checks the books must see it. */
export interface Books {
  /** Where the two sides parted: the master when it had sent the copy, and the copy as it was sent. */
  readonly parted: { readonly master: TestLog; readonly copy: TestLog }
  readonly master: TestLog
  /** The return's end. */
  readonly theirs: TestLog
  readonly result: TestLog
  readonly conflicts: readonly HeldConflict[]
  /** Suggestions are taken for accepted: words in what somebody suggests to delete are in a conflict at best. */
  readonly isAccepted?: boolean
  /**
   * Returns that were merged before: what was put in and deleted again in one of them need never stand here, and
   * what is apart in one of them need not be together.
   */
  readonly earlier?: readonly TestLog[]
}

/** What went missing without a word, or came back: empty where the books balance. */
export function missingFrom(books: Books): string[] {
  const { parted, master, theirs, result, conflicts } = books
  const works = [
    { before: parted.master.briefing.doc, log: master },
    { before: parted.copy.briefing.doc, log: theirs },
  ]
  return [...standingFrom(books), ...undeleted(books), ...missingForms(works, result.briefing.doc, conflicts)]
}

/** The same without what was deleted and formatted, which later merges of a chain, or suggestions, show otherwise. */
export function standingFrom(books: Books): string[] {
  return [...missingWords(books), ...misplaced(books), ...missingRecords(books)]
}

/** The books as they would be with all suggestions of one person accepted. */
export function withAccepted(books: Books, author: string): Books {
  const accepted = (log: TestLog): TestLog => {
    const tr = new Transform(log.briefing.doc)
    resolveSuggestions(tr, mark => (mark.attrs.author === author ? 'accept' : null))
    return { ...log, briefing: { ...log.briefing, doc: tr.doc } }
  }
  return { ...books, theirs: accepted(books.theirs), result: accepted(books.result), isAccepted: true }
}

function missingWords({ master, theirs, result, conflicts, isAccepted, earlier = [] }: Books): string[] {
  const [ours, incoming, now] = [master.briefing.doc, theirs.briefing.doc, result.briefing.doc].map(
    doc => new Set(wordsIn(text(doc))),
  ) as [Set<string>, Set<string>, Set<string>]
  const said = conflicts.map(({ content }) => content).join('\n')
  const missing: string[] = []
  const seen = seenIn(theirs)
  const seenHere = seenIn(master)
  const isDeletedInOne = (word: string) =>
    earlier.some(log => seenIn(log).words.has(word) && !text(log.briefing.doc).includes(word))
  for (const word of ours) {
    if (now.has(word)) continue
    if (seen.twice.has(word) || seenHere.twice.has(word)) continue
    if (isAccepted && said.includes(word)) continue
    if (!seen.words.has(word)) missing.push(`${word}, put in by the master`)
    else if (incoming.has(word) && !said.includes(word)) missing.push(`${word}, which nobody deleted`)
  }
  for (const word of incoming) {
    if (now.has(word) || said.includes(word)) continue
    if (seenHere.words.has(word) || isDeletedInOne(word)) continue
    missing.push(`${word}, put in by the reviewer`)
  }
  return missing
}

/** Words that one side deleted and that stand nevertheless, unsaid. */
function undeleted({ parted, master, theirs, result, conflicts }: Books): string[] {
  const now = new Set(wordsIn(text(result.briefing.doc)))
  const said = conflicts.map(({ content }) => content).join('\n')
  const twice = new Set([master, theirs].flatMap(log => [...seenIn(log).twice]))
  return [
    { who: 'master', before: parted.master, after: master },
    { who: 'reviewer', before: parted.copy, after: theirs },
  ].flatMap(({ who, before, after }) => {
    const left = new Set(wordsIn(text(after.briefing.doc)))
    return wordsIn(text(before.briefing.doc)).flatMap(word =>
      left.has(word) || !now.has(word) || said.includes(word) || twice.has(word)
        ? []
        : [`${word} stands, which the ${who} deleted`],
    )
  })
}

/** Words of the reviewer that stand away from both words beside which they were written. */
function misplaced({ parted, master, theirs, result, conflicts, earlier = [] }: Books): string[] {
  const said = conflicts.map(({ content }) => content).join('\n')
  const twice = new Set([master, theirs, result].flatMap(log => [...seenIn(log).twice]))
  const before = new Set(wordsIn(text(parted.copy.briefing.doc)))
  const blocks = blocksByWord(result.briefing.doc)
  const earlierBlocks = earlier.map(log => blocksByWord(log.briefing.doc))
  const isApart = (places: ReturnType<typeof blocksByWord>, word: string, other: string) => {
    const [own, there] = [places.get(word) ?? [], places.get(other) ?? []]
    return own.length > 0 && there.length > 0 && !own.some(mine => there.some(place => isNear(mine, place)))
  }
  const wrong: string[] = []
  theirs.briefing.doc.descendants(node => {
    if (!node.isTextblock) return true
    const words = wordsIn(node.textContent)
    for (const [index, word] of words.entries()) {
      if (before.has(word) || !blocks.has(word) || said.includes(word)) continue
      const beside = [words[index - 1], words[index + 1]].filter(
        other =>
          other !== undefined &&
          before.has(other) &&
          !twice.has(other) &&
          !earlierBlocks.some(places => isApart(places, word, other)),
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
