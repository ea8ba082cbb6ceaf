import { Fragment, type Node, type Schema, Slice } from 'prosemirror-model'

/** The inline content of every text block in a slice, in order; loose inline content counts as one. */
export function textBlocksOf(slice: Slice, schema: Schema): Fragment[] {
  const blocks: Fragment[] = []
  let loose: Node[] = []
  const close = () => {
    if (loose.length > 0) blocks.push(Fragment.from(loose))
    loose = []
  }
  const walk = (node: Node) => {
    if (node.isInline) {
      loose.push(node)
      return
    }
    close()
    if (node.isTextblock) blocks.push(node.content)
    else node.forEach(walk)
  }
  slice.content.forEach(walk)
  close()
  return blocks.length === 0 && slice.size > 0 && schema.topNodeType !== undefined ? [] : blocks
}

/**
 * A slice as the body can hold it: a copied headline becomes a section heading, a standfirst a paragraph, key
 * points a bulleted list, and half a pull quote the paragraph it reads as.
 */
export function bodySlice(slice: Slice, schema: Schema): Slice {
  const blocks = textBlocksOf(slice, schema)
  const only = blocks.length === 1 ? blocks[0] : undefined
  if (only !== undefined && isOneText(slice))
    return new Slice(Fragment.from(schema.node('paragraph', null, only)), 1, 1)
  if (!slice.content.content.some(node => foreign.has(node.type.name) || node.isInline)) return slice
  const nodes: Node[] = []
  let points: Node[] = []
  const close = () => {
    if (points.length > 0) nodes.push(schema.node('bulletList', null, points))
    points = []
  }
  const add = (node: Node) => {
    if (node.type.name === 'keyPoint') {
      if (node.content.size === 0) return
      points.push(schema.node('listItem', null, schema.node('paragraph', null, node.content)))
      return
    }
    if (node.type.name === 'keyPoints' || node.type.name === 'body') {
      node.forEach(add)
      close()
      return
    }
    close()
    if (node.isInline) nodes.push(schema.node('paragraph', null, node))
    else if (node.type.name === 'headline') {
      if (node.content.size > 0) nodes.push(schema.node('sectionHeading', { level: 1 }, node.content))
    } else if (['standfirst', 'quoteText', 'quoteAttribution'].includes(node.type.name)) {
      if (node.content.size > 0) nodes.push(schema.node('paragraph', null, node.content))
    } else nodes.push(node)
  }
  slice.content.forEach(add)
  close()
  return Slice.maxOpen(Fragment.from(nodes.map(completed)), false)
}

/** What only stands in its own field, or in a pull quote. */
const foreign = new Set([
  'headline',
  'standfirst',
  'keyPoints',
  'keyPoint',
  'body',
  'quoteText',
  'quoteAttribution',
])

/** Whether a slice is a piece of one text block, cut at both ends, whatever that block was. */
function isOneText(slice: Slice): boolean {
  let depth = 0
  let node = slice.content.firstChild
  while (node !== null && !node.isInline) {
    if (node.childCount > 1 && !node.isTextblock) return false
    depth += 1
    if (node.isTextblock) break
    node = node.firstChild
  }
  return slice.content.childCount === 1 && slice.openStart >= depth && slice.openEnd >= depth
}

/** A node cut open at its ends, with what its type requires put back. */
function completed(node: Node): Node {
  if (node.isLeaf || node.isTextblock) return node
  const children = node.content.content.map(completed)
  const content = Fragment.from(children)
  return node.type.createAndFill(node.attrs, content) ?? node.copy(content)
}
