import { type Editor, Extension } from '@tiptap/core'
import { DOMParser } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../../../core/schema/schema.ts'
import { notify } from '../../ui/notify.ts'
import { activeReview } from './active.ts'
import { type Composition, composed, settled } from './composition.ts'
import { MarkRegistry } from './mark-registry.ts'
import { pageParser, reviewMarkViews } from './mark-views.ts'
import { reviewOf, reviewStatePlugin } from './review-state.ts'
import { incoming, type Refusal } from './tracking.ts'
import { typeAtTarget } from './typed-text.ts'

interface ReviewOptions {
  /** Told when an edit was refused. */
  readonly onRefused: (why: Refusal) => void
}

/** How long after a composition its last words may still come in (ms); ProseMirror itself waits 20. */
const afterComposing = 50

interface ReviewStorage {
  composition: Composition | null
  readonly marks: MarkRegistry
}

declare module '@tiptap/core' {
  interface Storage {
    review: ReviewStorage
  }
}

/** R2, R3: what the user does in the page goes through the present mode before it becomes the document. */
export const Review = Extension.create<ReviewOptions, ReviewStorage>({
  name: 'review',
  // Before all others: what they are told of is what happened.
  priority: 1000,
  addOptions: () => ({ onRefused: noticeRefusal }),
  addStorage: () => ({ composition: null, marks: new MarkRegistry() }),
  dispatchTransaction({ transaction, next }) {
    const { editor, storage, options } = this
    const { state } = editor
    const composing = editor.view.composing && reviewOf(state).mode === 'suggesting'
    if (transaction.docChanged && composing) {
      storage.composition = composed(storage.composition, transaction)
      next(transaction)
      return
    }
    const outcome = incoming(state, transaction, suggestingNow())
    if (outcome.kind === 'apply') next(outcome.transaction)
    else options.onRefused(outcome.why)
  },
  addProseMirrorPlugins() {
    const { editor, storage, options } = this
    const settle = () => settleComposition(editor, storage, options.onRefused)
    return [
      reviewStatePlugin(),
      new Plugin({
        props: {
          markViews: reviewMarkViews(storage.marks),
          domParser: pageParser(),
          clipboardParser: DOMParser.fromSchema(schema),
        },
        view: () => ({ update: view => storage.marks.setActive(activeReview(view.state)) }),
      }),
      new Plugin({
        props: {
          handleDOMEvents: {
            beforeinput: (view, event) => refuseTyping(view, event, options) || typeAtTarget(view, event),
            compositionend() {
              setTimeout(settle, afterComposing)
              return false
            },
            // Whatever is done next is done to the suggestions, not to the words as they were composed.
            keydown: view => {
              if (!view.composing) settle()
              return false
            },
            mousedown: view => {
              if (!view.composing) settle()
              return false
            },
            blur: () => {
              settle()
              return false
            },
          },
        },
      }),
    ]
  },
})

/** The marks on an editor's page, to tell what the records say about them. */
export function reviewMarks(editor: Editor): MarkRegistry {
  return editor.storage.review.marks
}

/** In Commenting nothing is typed into the page that would have to be taken out again. */
function refuseTyping(view: EditorView, event: InputEvent, { onRefused }: ReviewOptions): boolean {
  if (reviewOf(view.state).mode !== 'commenting' || !event.cancelable) return false
  event.preventDefault()
  onRefused('commenting')
  return true
}

function suggestingNow() {
  return { time: new Date().toISOString(), newId: () => crypto.randomUUID() }
}

function settleComposition(
  editor: Editor,
  storage: ReviewStorage,
  onRefused: ReviewOptions['onRefused'],
): void {
  const { composition } = storage
  if (composition === null || editor.isDestroyed || editor.view.composing) return
  storage.composition = null
  const { author } = reviewOf(editor.state)
  const { transaction, refused } = settled(editor.state, composition, { author, ...suggestingNow() })
  editor.view.dispatch(transaction)
  if (refused) onRefused('not-trackable')
}

const refusals: Readonly<Record<Refusal, string>> = {
  viewing: 'Viewing shows the text as it is. Choose another mode to change it.',
  commenting: 'This copy is for comments; its text stays as it is. Select words to comment on them.',
  rights: 'That is more than this copy allows. Nothing was changed.',
  'deleted-block': 'This block is suggested for deletion. Accept or reject that before writing in it.',
  'not-trackable': 'This change cannot be made as a suggestion.',
}

function noticeRefusal(why: Refusal): void {
  notify({ kind: 'info', message: refusals[why] })
}
