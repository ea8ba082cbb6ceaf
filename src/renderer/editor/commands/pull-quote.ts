import type { Fragment, Node } from 'prosemirror-model'
import { type Command, TextSelection } from 'prosemirror-state'
import { readPullQuote } from '../../../core/briefing/attribution.ts'
import { unquote } from '../../../core/briefing/quotation.ts'
import { fitInline } from '../structure/place.ts'
import { blockTypeAt, toParagraph } from './block-type.ts'
import { bodyRange, flattenBlocks, isInBody } from './body-blocks.ts'

/**
 * Makes the selected blocks a pull quote; a pull quote becomes paragraphs again. The quotation marks go, as the
 * page sets them, and a name behind a dash is taken as the attribution.
 */
export const togglePullQuote: Command = (state, dispatch) => {
  if (!isInBody(state)) return false
  const type = blockTypeAt(state)
  if (type === 'pullQuote') return toParagraph(state, dispatch)
  if (type === null) return false
  if (dispatch === undefined) return true
  const tr = flattenBlocks(state.tr)
  const range = bodyRange(tr.selection)
  if (range === null) return false
  const { quoteText, quoteAttribution, pullQuote } = state.schema.nodes
  if (quoteText === undefined || quoteAttribution === undefined || pullQuote === undefined) return false
  const blocks: Node[] = []
  for (let index = range.startIndex; index < range.endIndex; index += 1)
    blocks.push(range.parent.child(index))
  if (!blocks.every(block => block.isTextblock)) return false
  const words = joined(blocks)
  const { text, attribution } = split(words)
  const quote = pullQuote.create(null, [
    quoteText.create(null, text),
    quoteAttribution.create(null, attribution === '' ? null : state.schema.text(attribution)),
  ])
  const start = range.start
  tr.replaceWith(start, range.end, quote)
  fitInline(tr, start + 2, quoteText)
  const cursor = start + 2 + (text.size > 0 && attribution === '' ? text.size + 2 : text.size)
  dispatch(tr.setSelection(TextSelection.create(tr.doc, cursor)).scrollIntoView())
  return true
}

function joined(blocks: readonly Node[]): Node {
  const [first, ...rest] = blocks
  if (first === undefined) throw new RangeError('A pull quote is made of at least one block')
  return rest.reduce(
    (all, block) =>
      all.copy(
        all.content
          .append(all.type.schema.node('paragraph', null, [space(all)]).content)
          .append(block.content),
      ),
    first,
  )
}

function space(node: Node): Node {
  return node.type.schema.text(' ')
}

/** The words without the marks around them, their own formatting kept, and the name behind the dash. */
function split(block: Node): { text: Fragment; attribution: string } {
  const plain = block.textBetween(0, block.content.size, '', '\n')
  const line = plain.trim()
  const whole = readPullQuote(line) ?? { quote: unquote(line) ?? line, attribution: '' }
  const from = plain.indexOf(whole.quote)
  return { text: block.content.cut(from, from + whole.quote.length), attribution: whole.attribution }
}
