import type { Editor } from '@tiptap/core'
import type { Decision } from '../../../core/review/resolve.ts'
import { decide } from '../../editor/review/decide.ts'
import { commandKey } from '../../ui/command-key.ts'
import { notify } from '../../ui/notify.ts'

const done: Readonly<Record<Decision, string>> = { accept: 'accepted', reject: 'rejected' }

/** Accepts or rejects many suggestions as one step of undo, and says so. */
export function decideAll(editor: Editor, ids: readonly string[], decision: Decision): void {
  if (!decide(editor, ids, decision)) return
  const count = `${ids.length.toLocaleString('en-GB')} ${ids.length === 1 ? 'suggestion was' : 'suggestions were'}`
  notify({ kind: 'done', message: `${count} ${done[decision]}. ${commandKey('edit.undo')} undoes it.` })
}
