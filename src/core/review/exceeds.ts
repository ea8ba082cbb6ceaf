import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, type Step, Transform } from 'prosemirror-transform'
import type { Rights } from '../briefing/handoff.ts'
import { follow } from '../history/correspondence.ts'
import { type Piece, Pieces } from '../history/pieces.ts'
import { withoutComments } from '../history/restore.ts'
import { excerpts } from './excerpt.ts'
import { isFormatting } from './form.ts'
import { resolveSuggestions, withoutSuggestions } from './resolve.ts'
import { type Suggestion, suggestionsOf } from './suggestions.ts'

/**
 * Whether a change of the text did more than a copy's rights allow (H2): with `comment` anything but putting
 * comments on words, with `suggest` more than suggesting.
 */
export function exceedsRights(before: Node, after: Node, rights: Rights, author: string): boolean {
  switch (rights) {
    case 'edit':
      return false
    case 'suggest':
      return isMoreThanSuggesting(before, after, author)
    case 'comment':
      return !withoutComments(before).eq(withoutComments(after))
  }
}

/**
 * Whether a change of the text did more than suggest: without what the author suggests and what is new, the text is
 * another one, or suggestions of other people were decided or changed. Rejecting others' too would miss what was
 * done in a block that somebody else suggests, since that goes with it. Looks only at the blocks that differ, which
 * costs what they cost: blocks that the change did not touch are the same objects.
 */
export function isMoreThanSuggesting(before: Node, after: Node, author: string): boolean {
  if (before === after) return false
  const [old, now] = excerpts([before, after])
  if (old === undefined || now === undefined) return false
  const [standing, left] = [suggestionsOf(old), suggestionsOf(now)]
  // Most edits are in blocks of which nobody suggests anything.
  if (standing.length + left.length === 0) return !withoutComments(old).eq(withoutComments(now))
  const others = standing.filter(suggestion => suggestion.author !== author)
  const ids = new Set(others.map(({ id }) => id))
  const withoutNew = (doc: Node) =>
    withoutSuggestions(
      withoutComments(doc),
      ({ attrs }) => attrs.author === author || !ids.has(attrs.id as string),
    )
  if (!withoutNew(old).eq(withoutNew(now))) return true
  // What others suggest in the author's own new words went with them.
  const kept = wordsOf(left)
  for (const [piece, words] of wordsOf(others)) if (kept.get(piece) !== words) return true
  return false
}

/**
 * Whether a step changes words of one block in which nobody suggests anything, before and after it: that is more than
 * suggesting, seen without looking at what the text comes to.
 */
export function isPlainEdit(before: Node, step: Step): boolean {
  if (!(step instanceof ReplaceStep)) return false
  const { from, to, slice } = step
  const $from = before.resolve(from)
  const { parent } = $from
  if (!parent.inlineContent || to > $from.end()) return false
  const isFree = (node: Node) => !node.marks.some(mark => !isFormatting(mark))
  for (let depth = $from.depth; depth > 0; depth -= 1) if (!isFree($from.node(depth))) return false
  if (!parent.children.every(isFree)) return false
  if (!slice.content.content.every(node => node.isInline && isFree(node))) return false
  const start = $from.start()
  return parent.textBetween(from - start, to - start) !== slice.content.textBetween(0, slice.content.size)
}

/**
 * Whether steps take out anything but what their author suggested putting in, also where the text comes to the same:
 * moving one of two empty key points, or accepting one's own suggestion to replace a word with the same word, is
 * another change to whoever has changed one of them meanwhile.
 */
export function takesOutSettled(before: Node, steps: readonly Step[], author: string): boolean {
  const { size } = before.content
  const taken: Piece[] = []
  unitsThrough(size, steps, removed => taken.push(...removed.filter(({ id }) => id < size)))
  if (taken.length === 0) return false
  const tr = new Transform(before)
  resolveSuggestions(tr, mark => (mark.attrs.author === author ? 'reject' : null))
  const settled = unitsThrough(size, tr.steps)
  return taken.some(piece => settled.present(piece).length > 0)
}

/** What of a text's units, by their places, is left after some steps; those put in are `size` and above. */
function unitsThrough(
  size: number,
  steps: readonly Step[],
  taken: (removed: readonly Piece[]) => void = () => undefined,
): Pieces {
  const units = new Pieces(size)
  let next = size
  for (const step of steps) {
    follow(
      units,
      step.getMap(),
      (length, removed) => {
        taken(removed)
        next += length
        return [{ id: next - length, length }]
      },
      step instanceof ReplaceAroundStep,
    )
  }
  return units
}

/** The words that suggestions are about, by id and kind. */
function wordsOf(suggestions: readonly Suggestion[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { id, pieces } of suggestions) {
    for (const { kind, of, text } of pieces) {
      const key = `${id} ${kind} ${of}`
      found.set(key, (found.get(key) ?? '') + (of === 'text' ? text : ''))
    }
  }
  return found
}
