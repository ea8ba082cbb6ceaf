import { Extension, type Extensions } from '@tiptap/core'
import { dropCursor } from 'prosemirror-dropcursor'
import { schema, schemaExtensions } from '../../core/schema/schema.ts'
import { Find } from './find/find.ts'
import { History } from './history.ts'
import { InputRules } from './input-rules.ts'
import { LinkEditing } from './links/link-editing.ts'
import { noticeDropped } from './paste/dropped-notice.ts'
import { Paste } from './paste/paste.ts'
import { PutInHistory } from './review/put-in.ts'
import { Review } from './review/review.ts'
import { SuggestingKeys } from './review/suggesting-keys.ts'
import { Slash } from './slash/slash.ts'
import { Structure } from './structure/structure.ts'
import { Byline } from './views/byline.ts'
import { NodeViews } from './views/node-views.ts'

/**
 * The editor works on core's own schema instance instead of the copy that TipTap makes of it, so that its
 * documents and steps are the log's, without a conversion between them.
 */
const OneSchema = Extension.create({
  name: 'oneSchema',
  onBeforeCreate() {
    this.editor.schema = schema
    this.editor.extensionManager.schema = schema
  },
})

const DropCursor = Extension.create({
  name: 'dropCursor',
  addProseMirrorPlugins: () => [dropCursor({ color: false, class: 'drop-cursor', width: 2 })],
})

/** The schema with everything that the page does beside it. */
export const briefingExtensions: Extensions = [
  ...schemaExtensions,
  OneSchema,
  Review,
  History,
  PutInHistory,
  Structure,
  // TipTap asks later extensions first: these see a key before the structure does.
  SuggestingKeys,
  InputRules,
  Slash,
  LinkEditing,
  Find,
  Paste.configure({ onDropped: noticeDropped }),
  DropCursor,
  Byline,
  NodeViews,
]
