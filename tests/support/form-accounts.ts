import type { Node } from 'prosemirror-model'
import { AddNodeMarkStep, ReplaceStep } from 'prosemirror-transform'
import type { HeldConflict } from '../../src/core/briefing/handoff.ts'
import { stepsIn } from '../../src/core/history/branch.ts'
import { applyStep } from '../../src/core/history/step.ts'
import { schema } from '../../src/core/schema/schema.ts'
import type { TestLog } from './log.ts'
import { seenIn } from './seen-words.ts'

/** What one person made of a text: `log` ends with their work. */
export interface Work {
  readonly before: Node
  readonly log: TestLog
}

interface WordForm {
  readonly bold: boolean
  readonly links: string
  readonly block: string
  readonly level: string
  readonly allowsBold: boolean
}

type Forms = ReadonlyMap<string, WordForm>

/**
 * Forms of words that one person alone gave them, or nobody, and that the result does not have, unsaid. Where
 * two people gave a word different forms, nobody here can say which is right.
 */
export function missingForms(
  works: readonly Work[],
  result: Node,
  conflicts: readonly HeldConflict[],
): string[] {
  const said = conflicts.map(({ content }) => content).join('\n')
  const isRestructured = works.some(({ log }) => isRestructuring(log))
  const sides = works.map(({ before, log }) => ({
    before: formsOf(before),
    after: formsOf(log.briefing.doc),
  }))
  const twice = new Set(works.flatMap(({ log }) => [...seenIn(log).twice]))
  const missing: string[] = []
  for (const [word, is] of formsOf(result)) {
    if (
      said.includes(word) ||
      twice.has(word) ||
      sides.some(({ before, after }) => before.has(word) && !after.has(word))
    )
      continue
    for (const name of ['bold', 'links', 'block', 'level'] as const) {
      if (name === 'bold' && !is.allowsBold) continue
      // The block in which a new word was written can have been changed by somebody who did not see the word.
      const isOld = sides.every(({ before }) => before.has(word))
      if ((name === 'block' || name === 'level') && (isRestructured || !isOld)) continue
      const wanted = wantedOf(sides, word, name)
      if (
        wanted !== null &&
        is[name] !== wanted &&
        !(name === 'level' && (wanted === '' || is.level === ''))
      ) {
        missing.push(`${word} is ${name} ${is[name]}, not ${wanted}`)
      }
    }
  }
  return missing
}

/** What a word should be like: as the one left it who changed it, or as it was; null where that is not clear. */
function wantedOf(
  sides: readonly { readonly before: Forms; readonly after: Forms }[],
  word: string,
  name: Exclude<keyof WordForm, 'allowsBold'>,
): string | boolean | null {
  const first = sides.find(({ before }) => before.has(word))?.before.get(word)
  if (first === undefined) return null
  const changed = sides.flatMap(({ before, after }) => {
    const [was, is] = [before.get(word)?.[name], after.get(word)?.[name]]
    return was === undefined || is === undefined || was === is ? [] : [is]
  })
  if (changed.length === 0) return first[name]
  return changed.length === 1 ? (changed[0] ?? null) : null
}

function formsOf(doc: Node): Forms {
  const twice = new Set<string>()
  const found = new Map<string, WordForm>()
  doc.descendants((node, _pos, parent) => {
    if (!node.isTextblock) return true
    for (const match of node.textBetween(0, node.content.size, '\n', '\n').matchAll(/\[\w+\]/g)) {
      const inside = node.nodeAt(match.index + 1)
      const href = inside?.marks.find(mark => mark.type.name === 'link')?.attrs.href as string | undefined
      const bold = node.type.schema.marks.bold
      // A suggestion to replace a block shows its words twice; each copy has its own form.
      if (found.has(match[0])) twice.add(match[0])
      found.set(match[0], {
        bold: inside?.marks.some(mark => mark.type.name === 'bold') ?? false,
        links: href ?? '',
        block: `${node.type.name} in ${parent?.type.name}`,
        level: String(node.attrs.level ?? ''),
        allowsBold: bold !== undefined && node.type.allowsMarkType(bold),
      })
    }
    return false
  })
  for (const word of twice) found.delete(word)
  return found
}

/** Whether blocks were ever split or joined in a log, or so suggested: then a word's block can be another's. */
function isRestructuring({ origin, changes }: TestLog): boolean {
  let doc = schema.nodeFromJSON(origin.doc)
  return changes.flatMap(stepsIn).some(step => {
    const before = doc
    doc = applyStep(doc, step)
    if (step instanceof AddNodeMarkStep && step.mark.attrs.of === 'break') return true
    if (!(step instanceof ReplaceStep)) return false
    const isAcross = !before.resolve(step.from).sameParent(before.resolve(step.to))
    return isAcross || step.slice.openStart + step.slice.openEnd > 0
  })
}
