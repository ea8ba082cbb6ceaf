import { isDateline, readByline } from './credits.ts'
import { isKicker, isRoutingLine, isSectionName, type Label, readLabel } from './labels.ts'
import type { ImportLine, ImportRole } from './roles.ts'
import type { SettledBlock } from './settled-blocks.ts'
import { isHeadlineLike, isRunningText, spacedWords } from './shape.ts'
import { endsSentence } from './wrapping.ts'

/** The lines above a text's body, and how many blocks they take. */
export interface Head {
  readonly lines: ImportLine[]
  readonly length: number
}

/** More numbered lines than this are a list, not key points. */
const mostNumberedKeyPoints = 7
const longestStandfirstWords = 60

/** Reads headline, byline, dateline, standfirst and key points from the top of a text, as far as they go. */
export function readHead(blocks: readonly SettledBlock[]): Head {
  const lines: ImportLine[] = []
  const found = new Set<ImportRole>()
  let at = 0
  const add = (role: ImportRole, reason: string, parts?: Partial<ImportLine>) => {
    const block = blocks[at]
    if (block === undefined) return
    lines.push({ text: block.text, marker: block.marker, role, reason, ...parts })
    found.add(role)
    at++
  }
  const addList = (length: number, reason: string) => {
    for (let i = 0; i < length; i++) add('keyPoint', reason)
  }
  for (;;) {
    const block = blocks[at]
    const start = at
    if (block === undefined || block.pullQuote) break
    const label = block.kind === 'plain' || block.kind === 'hash' ? readLabel(block.text) : null
    const points = found.has('keyPoint') ? 0 : keyPointsAt(blocks, at)
    if (block.kind === 'rule')
      add('leaveOut', 'a row of marks above the text', { text: block.marker, marker: '' })
    else if (points > 0) {
      const numbered = block.kind === 'number'
      addList(
        points,
        numbered ? 'a short numbered list at the top of the text' : 'a bullet at the top of the text',
      )
    } else if (label !== null) readLabelled(label)
    else if (block.kind === 'hash') {
      if (block.value !== 1 || found.size > 0) break
      add('headline', 'marked as the title')
    } else if (block.kind === 'plain') readPlain(block)
    if (at === start) break
  }
  return { lines, length: at }

  function readLabelled({ kind, label, rest }: Label): void {
    const points = keyPointsAt(blocks, at + 1, true)
    if (kind === 'keyPoints') {
      if (rest !== '' || points === 0 || found.has('keyPoint')) return
      add('leaveOut', 'a label: the lines below it are key points', { marker: '' })
      addList(points, 'listed below a label for key points')
    } else if (kind === 'body') {
      if (rest === '') add('leaveOut', 'a label: the text begins below it', { marker: '' })
    } else if (kind !== 'quote' && !found.has(kind)) {
      const colon = label !== blocks[at]?.text
      const reason = `labelled “${label.replace(/[:：]$/u, '')}”`
      if (rest !== '') add(kind, reason, { text: rest, marker: label })
      else if (colon && blocks[at + 1]?.kind === 'plain') {
        add('leaveOut', 'a label for the line below it', { marker: '' })
        add(kind, reason)
      }
    }
  }

  function readPlain(block: SettledBlock): void {
    const byline = found.has('byline') ? null : readByline(block.text)
    if (byline !== null) {
      add('byline', `a name behind “${byline.by}”`, { text: byline.name, marker: byline.by })
    } else if (!found.has('dateline') && isDateline(block.text)) {
      add('dateline', 'a date on a line of its own')
    } else if (!found.has('keyPoint') && (isKicker(block.text) || isRoutingLine(block.text))) {
      add('paragraph', 'stands beside the headline and is not part of it')
    } else if (canBeHeadline(block)) {
      add('headline', 'a first line that looks like a title')
    } else if (canBeStandfirst(block)) {
      add('standfirst', 'one paragraph between the headline and the key points')
    } else if (lines[lines.length - 1]?.role === 'headline' && isSecondDeck(block, blocks[at + 1])) {
      add('standfirst', 'a line below the headline without closing punctuation')
    }
  }

  function canBeHeadline(block: SettledBlock): boolean {
    const first = !found.has('headline') && !found.has('keyPoint') && !found.has('standfirst')
    const over = blocks.slice(at + 1, at + 3).some(next => next.text !== '')
    return first && over && !isSectionName(block.text) && isHeadlineLike(block.text)
  }

  function canBeStandfirst(block: SettledBlock): boolean {
    if (!found.has('headline') || found.has('standfirst') || found.has('keyPoint')) return false
    if (/[:：]$/u.test(block.text) || spacedWords(block.text).length > longestStandfirstWords) return false
    let next = at + 1
    for (;;) {
      const between = blocks[next]
      if (between?.kind !== 'plain' && between?.kind !== 'hash' && between?.kind !== 'rule') break
      const label = readLabel(between.text)
      const passes =
        between.kind === 'rule' ||
        isDateline(between.text) ||
        readByline(between.text) !== null ||
        (label?.kind === 'keyPoints' && label.rest === '')
      if (!passes) return false
      next++
    }
    return keyPointsAt(blocks, next) > 0
  }
}

/** How many list items from `at` on can be key points: all bullets, or a few numbers with text behind them. */
function keyPointsAt(blocks: readonly SettledBlock[], at: number, labelled = false): number {
  const kind = blocks[at]?.kind
  if (kind !== 'bullet' && kind !== 'number') return 0
  let end = at
  while (blocks[end]?.kind === kind) end++
  const length = end - at
  if (kind === 'bullet' || labelled) return length
  return length <= mostNumberedKeyPoints && end < blocks.length ? length : 0
}

/** A second line of the title: longer than a heading would be, not a sentence, with running text below it. */
function isSecondDeck(block: SettledBlock, next: SettledBlock | undefined): boolean {
  if (next === undefined || endsSentence(block.text) || /[:：,;]$/u.test(block.text)) return false
  const words = spacedWords(block.text).length
  return words >= 6 && words <= 40 && next.kind === 'plain' && isRunningText(next.text)
}
