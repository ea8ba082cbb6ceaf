import type { Node } from 'prosemirror-model'
import { schema } from '../schema/schema.ts'

/** D4: a shape to start from. Placeholders are drawn by the editor and are never part of the text. */
export interface Template {
  readonly id: 'news-briefing' | 'blank'
  readonly name: string
  readonly description: string
  /** A new document, without a word in it. */
  readonly create: () => Node
}

export const templates: readonly Template[] = [
  {
    id: 'news-briefing',
    name: 'News briefing',
    description: 'Headline, standfirst, three key points, a lede and one section',
    create: () => emptyDocument({ keyPoints: 3, section: true }),
  },
  {
    id: 'blank',
    name: 'Blank',
    description: 'Headline, standfirst and an empty page',
    create: () => emptyDocument({ keyPoints: 0, section: false }),
  },
]

function emptyDocument(shape: { keyPoints: number; section: boolean }): Node {
  const body = [schema.node('paragraph')]
  if (shape.section) body.push(schema.node('sectionHeading', { level: 1 }), schema.node('paragraph'))
  const doc = schema.node('doc', null, [
    schema.node('headline'),
    schema.node('standfirst'),
    schema.node(
      'keyPoints',
      null,
      Array.from({ length: shape.keyPoints }, () => schema.node('keyPoint')),
    ),
    schema.node('body', null, body),
  ])
  doc.check()
  return doc
}
