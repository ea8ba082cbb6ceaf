import type { Publication } from '../../core/export/publication.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { oneOf, readArguments } from '../arguments.ts'
import { readBriefing } from '../briefing-input.ts'
import type { Command } from '../command.ts'
import { spareInput, writeOutput } from '../output.ts'

const help = `galley export FILE.briefing --to html|fragment|markdown|text [-o OUT]

Writes what is to be published. FILE may be -, standard input. Without -o, and
with -o -, it goes to standard output; OUT is replaced as a whole or not at all.

  --to html        one self-contained page
  --to fragment    the page's article alone, to be put into another page
  --to markdown    CommonMark
      --front-matter hugo|jekyll|astro|eleventy|none    (none unless given)
  --to text        plain text
  --comments none|footnotes|appendix, --suggestions accept|reject|show
                   a briefing holds neither yet: taken, and without effect
`

const formats = ['html', 'fragment', 'markdown', 'text'] as const
const frontMatters = ['hugo', 'jekyll', 'astro', 'eleventy', 'none'] as const
type Format = (typeof formats)[number]
type FrontMatter = (typeof frontMatters)[number]

/** Formats that briefings are to be published in, and that Galley does not write yet. */
const laterFormats = ['email', 'docx', 'ninjs', 'pdf']

export const exportCommand: Command = {
  help,
  run: async args => {
    const parsed = readArguments(args, {
      to: { type: 'string' },
      output: { type: 'string', short: 'o' },
      'front-matter': { type: 'string' },
      comments: { type: 'string' },
      suggestions: { type: 'string' },
    })
    if (!parsed.ok) return parsed
    const { file, values } = parsed.value
    const format = readFormat(values.to)
    if (!format.ok) return format
    const frontMatter = readFrontMatter(values['front-matter'], format.value)
    if (!frontMatter.ok) return frontMatter
    const comments = oneOf('--comments', values.comments ?? 'none', ['none', 'footnotes', 'appendix'])
    if (!comments.ok) return comments
    const suggestions = oneOf('--suggestions', values.suggestions ?? 'accept', ['accept', 'reject', 'show'])
    if (!suggestions.ok) return suggestions
    const spared = await spareInput(file, values.output ?? '-')
    if (!spared.ok) return spared

    const briefing = await readBriefing(file)
    if (!briefing.ok) return briefing
    const text = await publish(briefing.value, format.value, frontMatter.value)
    return writeOutput(values.output ?? '-', text)
  },
}

function readFormat(to: string | undefined): Result<Format> {
  if (to === undefined) return fail('usage', 'To which format? --to html, fragment, markdown or text')
  if (laterFormats.includes(to)) {
    return fail('usage', `--to ${to}: Galley cannot write this yet; it writes ${formats.join(', ')}`)
  }
  return oneOf('--to', to, formats)
}

function readFrontMatter(value: string | undefined, format: Format): Result<FrontMatter> {
  if (value === undefined) return ok('none')
  if (format !== 'markdown') return fail('usage', `--front-matter is for --to markdown, not ${format}`)
  return oneOf('--front-matter', value, frontMatters)
}

/** Each format's writer is loaded only when it is asked for. */
async function publish(publication: Publication, format: Format, frontMatter: FrontMatter): Promise<string> {
  switch (format) {
    case 'html': {
      const [{ exportFragment }, { exportPage }, { typefacesFor }] = await Promise.all([
        import('../../core/export/fragment.ts'),
        import('../../core/export/page.ts'),
        import('../typefaces.ts'),
      ])
      return exportPage(publication, { typefaces: await typefacesFor(exportFragment(publication)) })
    }
    case 'fragment':
      return (await import('../../core/export/fragment.ts')).exportFragment(publication)
    case 'markdown':
      return (await import('../../core/export/markdown.ts')).exportMarkdown(publication, { frontMatter })
    case 'text':
      return (await import('../../core/export/text.ts')).exportText(publication)
  }
}
