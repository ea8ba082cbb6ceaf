import { type Extensions, getSchema } from '@tiptap/core'
import type { Schema } from 'prosemirror-model'
import { BlockQuotation } from './block-quotation.ts'
import { Body } from './body.ts'
import { Comment } from './comment.ts'
import { Divider } from './divider.ts'
import { Doc } from './doc.ts'
import { HardBreak } from './hard-break.ts'
import { Headline } from './headline.ts'
import { KeyPoint } from './key-point.ts'
import { KeyPoints } from './key-points.ts'
import { LeadIn } from './lead-in.ts'
import { Link } from './link.ts'
import { BulletList, ListItem, OrderedList } from './lists.ts'
import { Bold, Italic, Subscript, Superscript } from './marks.ts'
import { Paragraph } from './paragraph.ts'
import { PullQuote, QuoteAttribution, QuoteText } from './pull-quote.ts'
import { SectionHeading } from './section-heading.ts'
import { Standfirst } from './standfirst.ts'
import { Deletion, Insertion, Modification } from './suggestion.ts'
import { Text } from './text.ts'

/** The schema's epoch: raised when a change cannot be an addition (architecture: history and storage). */
export const schemaEpoch = 1

/** The nodes and marks of a briefing as TipTap extensions; the editor adds its behaviour to these. */
export const schemaExtensions: Extensions = [
  Doc,
  Text,
  Paragraph,
  Headline,
  Standfirst,
  KeyPoints,
  KeyPoint,
  Body,
  SectionHeading,
  BulletList,
  OrderedList,
  ListItem,
  PullQuote,
  QuoteText,
  QuoteAttribution,
  BlockQuotation,
  Divider,
  HardBreak,
  Link,
  LeadIn,
  Bold,
  Italic,
  Superscript,
  Subscript,
  Comment,
  Insertion,
  Deletion,
  Modification,
]

/** The one schema of a briefing's text. */
export const schema: Schema = getSchema(schemaExtensions)
