import type { Node } from 'prosemirror-model'
import { type DetailName, type Details, detailNames } from '../../../core/briefing/details.ts'
import { isSameJson } from '../../../core/canonical.ts'
import { compareDocuments, type Difference } from '../../../core/history/compare.ts'

/** A difference in the text, as the list and the pages show it. */
export interface TextChange extends Difference {
  /** `form` is formatting, or a block of another kind; `break` where blocks were split or joined. */
  readonly kind: 'inserted' | 'deleted' | 'replaced' | 'form' | 'break'
  /** The field it is in. */
  readonly field: string
  readonly deleted: string
  readonly inserted: string
}

export interface DetailChange {
  readonly name: DetailName
  readonly before: string
  readonly after: string
}

const fieldNames = ['Headline', 'Standfirst', 'Key points', 'Body'] as const

/** What differs in the text between two versions, in its order (R5). */
export function textChanges(before: Node, after: Node): TextChange[] {
  return compareDocuments(before, after).map(difference => {
    const { fromA, toA, fromB, toB } = difference
    const deleted = before.textBetween(fromA, toA, ' ', ' ').trim()
    const inserted = after.textBetween(fromB, toB, ' ', ' ').trim()
    const field = fieldNames[after.resolve(fromB).index(0)] ?? ''
    return { ...difference, kind: kindOf(difference, deleted, inserted), field, deleted, inserted }
  })
}

/** The details that differ, each as a line of text. */
export function detailChanges(before: Details, after: Details): DetailChange[] {
  return detailNames
    .filter(name => !isSameJson(before[name], after[name]))
    .map(name => ({ name, before: lineOf(before[name]), after: lineOf(after[name]) }))
}

function kindOf(
  { fromA, toA, fromB, toB }: Difference,
  deleted: string,
  inserted: string,
): TextChange['kind'] {
  if (deleted === inserted) {
    if (deleted !== '' || (toA - fromA === 1 && toB - fromB === 1)) return 'form'
    return 'break'
  }
  if (deleted === '') return 'inserted'
  return inserted === '' ? 'deleted' : 'replaced'
}

function lineOf(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(', ')
}
