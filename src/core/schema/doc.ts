import { Node } from '@tiptap/core'

/** D1: the four fields of a briefing, always all of them and always in this order. */
export const Doc = Node.create({
  name: 'doc',
  topNode: true,
  content: 'headline standfirst keyPoints body',
})
