import fc from 'fast-check'
import {
  deleteSelection,
  joinBackward,
  lift,
  selectAll,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from 'prosemirror-commands'
import type { Node } from 'prosemirror-model'
import { Fragment, Slice } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { withAll } from '../../../src/core/review/resolve.ts'
import { trackEdit } from '../../../src/core/review/track.ts'
import { dropInheritedSuggestions } from '../../../src/core/review/typing.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import {
  ada,
  at,
  ben,
  body,
  bold,
  bullets,
  doc,
  headline,
  keyPoints,
  kp,
  li,
  p,
  pullQuote,
  quotation,
  section,
  standfirst,
} from '../../support/builders.ts'

const sample = doc(
  headline('Ports agree a plan'),
  standfirst('Nine ports pool money'),
  keyPoints(kp('first point'), kp('second point')),
  body(
    p('The lede says it ', bold('all'), ' here'),
    p('Second paragraph of lede'),
    section('Who pays'),
    p('Body text one'),
    bullets(li(p('item one')), li(p('item two'), bullets(li(p('nested'))))),
    pullQuote('We are done', 'A Name'),
    quotation(p('quoted words'), p('more quoted')),
    p('Last words'),
  ),
)

type Choice = { kind: number; a: number; b: number; text: string }

function edit(state: EditorState, { kind, a, b, text }: Choice): Transaction | null {
  const size = state.doc.content.size
  const pos = (n: number) => TextSelection.near(state.doc.resolve(Math.floor(n * size)), 1)
  const $a = pos(a).$from
  const fieldStart = $a.depth > 0 ? $a.start(1) : 0
  const fieldEnd = $a.depth > 0 ? $a.end(1) : size
  const other = Math.floor(fieldStart + b * (fieldEnd - fieldStart))
  let tr: Transaction | null = null
  const run = (s: EditorState, command: (s: EditorState, d: (t: Transaction) => void) => boolean) => {
    command(s, t => {
      tr = t
    })
    return tr
  }
  const selected = state.apply(state.tr.setSelection(TextSelection.between($a, state.doc.resolve(other))))
  const near = Math.min($a.end(), $a.pos + Math.ceil(b * 6))
  const small = state.apply(state.tr.setSelection(TextSelection.create(state.doc, $a.pos, near)))
  const caret = state.apply(state.tr.setSelection(TextSelection.create(state.doc, $a.pos)))
  switch (kind) {
    case 0:
      return caret.tr.insertText(text)
    case 1:
      return small.selection.empty ? null : small.tr.deleteSelection()
    case 2:
      return small.tr.insertText(text)
    case 3:
      return run(caret, splitBlock)
    case 4:
      return run(
        state.apply(state.tr.setSelection(TextSelection.create(state.doc, $a.start()))),
        joinBackward,
      )
    case 5:
      return run(selected, deleteSelection)
    case 6:
      return run(small, toggleMark(schema.marks.bold!))
    case 7:
      return run(selected, toggleMark(schema.marks.italic!))
    case 8:
      return run(caret, setBlockType(schema.nodes.sectionHeading!, { level: b > 0.5 ? 1 : 2 }))
    case 9:
      return run(selected, setBlockType(schema.nodes.paragraph!))
    case 10:
      return run(selected, wrapInList(schema.nodes.bulletList!))
    case 11:
      return run(caret, wrapIn(schema.nodes.blockQuotation!))
    case 12:
      return run(selected, lift)
    case 13:
      return run(caret, splitListItem(schema.nodes.listItem!))
    case 14:
      return run(caret, liftListItem(schema.nodes.listItem!))
    case 15:
      return run(caret, sinkListItem(schema.nodes.listItem!))
    case 16: {
      const slice = new Slice(Fragment.from([p('pasted one'), p('pasted two'), p('pasted three')]), 1, 1)
      return selected.tr.replaceSelection(slice)
    }
    case 17: {
      if ($a.depth < 2 || $a.node(1).type.name === 'headline') return null
      const from = $a.before(2)
      return state.tr.delete(from, from + $a.node(2).nodeSize)
    }
    case 18: {
      if ($a.depth < 2 || $a.node(1).type.name !== 'body') return null
      return state.tr.insert($a.before(2), [pullQuote('new quote', 'someone'), p(text)])
    }
    case 19: {
      // Move a block to the end of its field.
      if ($a.depth < 2) return null
      const from = $a.before(2)
      const node = $a.node(2)
      const tr2 = state.tr.delete(from, from + node.nodeSize)
      return tr2.insert(tr2.mapping.map(state.doc.resolve(from).end(1)), node)
    }
    default:
      return run(selected, (s, d) => {
        if (d) d(s.tr.replaceSelectionWith(schema.node('divider')))
        return true
      })
  }
}

/** What the edit gives in Editing mode. */
function directly(tr: Transaction, kind: number): Node {
  const direct = new Transform(tr.before)
  for (const step of tr.steps) direct.step(step)
  if (kind === 0 || kind === 2) dropInheritedSuggestions(direct)
  return direct.doc
}

function fits(tr: Transaction): boolean {
  try {
    tr.doc.check()
  } catch {
    return false
  }
  return tr.docChanged
}

const unit = fc.integer({ min: 0, max: 9999 }).map(n => n / 10000)
const choice = fc.record({
  kind: fc.nat(20),
  a: unit,
  b: unit,
  text: fc.constantFrom('x', 'new ', ' word', 'a longer run'),
})

let ids = 0
const newId = () => `00000000-0000-4000-8000-${(++ids).toString(16).padStart(12, '0')}`

function play(choices: Choice[]): { suggested: Node; tracked: number; refused: string[] } {
  let state = EditorState.create({ doc: sample })
  let tracked = 0
  const refused: string[] = []
  for (const [index, c] of choices.entries()) {
    const tr = edit(state, c)
    if (tr === null || !fits(tr)) continue
    const who = { author: index % 3 === 2 ? ben.id : ada.id, time: at(index), newId }
    const result = trackEdit(state.doc, tr.steps, tr.docs, who)
    if (result === null) {
      refused.push(`${c.kind}: ${JSON.stringify(tr.steps)}`)
      continue
    }
    const before = state.doc
    result.transform.doc.check()
    const direct = withAll(directly(tr, c.kind), 'accept')
    const accepted = withAll(result.transform.doc, 'accept')
    const note = `kind ${c.kind} ${JSON.stringify(tr.steps)}\nbefore ${before}\ntracked ${result.transform.doc}`
    expect(accepted.toString(), note).toBe(direct.toString())
    expect(accepted.eq(direct), note).toBe(true)
    const rejected = withAll(result.transform.doc, 'reject')
    expect(rejected.toString(), note).toBe(withAll(before, 'reject').toString())
    expect(rejected.eq(withAll(before, 'reject')), note).toBe(true)
    tracked += 1
    const apply = state.tr
    for (const step of result.transform.steps) apply.step(step)
    state = state.apply(apply)
  }
  return { suggested: state.doc, tracked, refused }
}

describe('R2 suggestions', () => {
  test('R2 accepting all gives the direct edit, rejecting all the original', () => {
    const refusals = new Map<string, number>()
    let total = 0
    fc.assert(
      fc.property(fc.noBias(fc.array(choice, { minLength: 3, maxLength: 20, size: 'max' })), choices => {
        const { suggested, tracked, refused } = play(choices)
        total += tracked
        for (const r of refused) refusals.set(r, (refusals.get(r) ?? 0) + 1)
        expect(withAll(suggested, 'reject').eq(sample)).toBe(true)
      }),
      { numRuns: Number(process.env.GALLEY_RUNS ?? 300) },
    )
    console.log(total, [...refusals].slice(0, 10))
  })
})
void NodeSelection
void selectAll
