import commonmark from 'commonmark-spec'
import { JSDOM } from 'jsdom'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { importMarkdown } from '../../src/core/import/markdown.ts'
import { safeHref } from '../../src/core/schema/href.ts'

const { DOMParser } = new JSDOM('').window

/**
 * What a briefing has no construct for, and what becomes of it. The letters of all other examples come
 * through in their order, with the emphasis and the links that the specification's HTML gives them.
 */
const excluded: Readonly<Record<string, string>> = {
  'HTML blocks': 'A briefing holds no HTML: tags go and are reported, the text between them stays.',
  'Raw HTML': 'As HTML blocks.',
  Images: 'A briefing of this stage holds no images: the description becomes text, which HTML does not show.',
}
const excludedExamples: Readonly<Record<number, string>> = {
  494: 'Raw HTML.',
  517: 'An image in a link.',
  520: 'An image in an image.',
  531: 'An image in a link.',
  602: 'Bare addresses are links, as on GitHub and not in CommonMark.',
  603: 'The URL Standard reads a backslash in an address as a slash; CommonMark keeps it.',
  608: 'A bare address.',
  611: 'A bare address.',
  612: 'A bare address.',
}

/** A letter with what is said of it: b(old), i(talic), and its link. */
type Letter = string

function lettersOfHtml(html: string): Letter[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const letters: Letter[] = []
  const walk = (node: ChildNode, marks: string) => {
    if (node.nodeType === 3) letters.push(...lettersOf(node.nodeValue ?? '', marks))
    for (const child of node.childNodes) walk(child, marksOfElement(child, marks))
  }
  walk(body, '')
  return letters
}

function marksOfElement(node: ChildNode, marks: string): string {
  const name = node.nodeName.toLowerCase()
  // Headings hold no weight of their own, a headline no links: only their words are compared.
  if (/^h[1-6]$/.test(name) || marks === 'heading') return 'heading'
  if (name === 'em') return withMark(marks, 'i')
  if (name === 'strong') return withMark(marks, 'b')
  if (name !== 'a') return marks
  const href = safeHref((node as Element).getAttribute('href') ?? '')
  return href === null ? marks : withMark(marks, linkMark(href))
}

/** CommonMark's program writes more characters of an address as %5D and the like; they mean the same. */
function linkMark(href: string): string {
  return `<${decodeURI(href).replaceAll('%5D', ']').replaceAll('%5B', '[')}>`
}

function withMark(marks: string, mark: string): string {
  return [...new Set([...marks.split(' '), mark])]
    .filter(one => one !== '')
    .sort()
    .join(' ')
}

function lettersOf(text: string, marks: string): Letter[] {
  return [...text]
    .filter(letter => /\S/u.test(letter))
    .map(letter => `${letter} ${marks === 'heading' ? '' : marks}`)
}

const shortNames: Readonly<Record<string, string>> = { bold: 'b', leadIn: 'b', italic: 'i' }

function lettersOfDocument(doc: Node): Letter[] {
  const letters: Letter[] = []
  doc.descendants((node, _pos, parent) => {
    if (node.text === undefined) return
    const heading = parent?.type.name === 'headline' || parent?.type.name === 'sectionHeading'
    const marks = heading
      ? ''
      : node.marks.reduce(
          (all, mark) =>
            withMark(
              all,
              mark.type.name === 'link'
                ? linkMark(String(mark.attrs.href))
                : (shortNames[mark.type.name] ?? ''),
            ),
          '',
        )
    letters.push(...lettersOf(node.text, marks))
  })
  return letters
}

describe('[I1] CommonMark’s examples', () => {
  for (const { number, section, markdown, html } of commonmark.tests) {
    if (excluded[section] !== undefined || excludedExamples[number] !== undefined) continue
    it(`${number} (${section})`, () => {
      const source = markdown.replaceAll('→', '\t')
      const { doc } = importMarkdown(source)
      expect(lettersOfDocument(doc), source).toEqual(lettersOfHtml(html.replaceAll('→', '\t')))
    })
  }

  it('excludes only sections that the specification has', () => {
    const sections = new Set(commonmark.tests.map(example => example.section))
    for (const section of Object.keys(excluded)) expect(sections).toContain(section)
  })
})
