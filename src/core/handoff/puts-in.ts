import type { Step } from 'prosemirror-transform'
import { ReplaceAroundStep, ReplaceStep } from 'prosemirror-transform'
import { stepsIn } from '../history/branch.ts'
import type { Change, Operation } from '../history/change.ts'
import { wordsOf } from '../history/conflict.ts'
import type { BranchStep } from '../history/rebased.ts'

/** The words that a return's change brings: each run of new text, and what it says beside the text. */
export function broughtBy(change: Change, steps: readonly BranchStep[]): string[] {
  const runs: string[] = []
  for (const { step, move } of steps) {
    // What is moved, or put back as it was taken out, is nothing new.
    if (move !== null || !isReplacement(step)) continue
    step.slice.content.descendants(node => {
      if (node.text !== undefined) runs.push(node.text)
    })
  }
  return [...runs, ...saidBy(change)].filter(words => words.trim() !== '')
}

/** All words that a change put in and said, as one text to look for others in. */
export function putInBy(change: Change): string {
  const put = stepsIn(change).flatMap(step => (isReplacement(step) ? [wordsOf(step.slice)] : []))
  return [...put, ...saidBy(change)].filter(words => words !== '').join('\n')
}

/** What a change says in comments and approvals. */
function saidBy({ operations }: Change): string[] {
  return operations.flatMap(said)
}

function said(operation: Operation): string[] {
  switch (operation.type) {
    case 'thread.open':
    case 'comment.add':
      return [operation.comment.text]
    case 'comment.edit':
      return [operation.text]
    case 'approval':
      return [`${operation.verdict} ${operation.note}`.trim()]
    default:
      return []
  }
}

function isReplacement(step: Step): step is ReplaceStep | ReplaceAroundStep {
  return step instanceof ReplaceStep || step instanceof ReplaceAroundStep
}
