import type { Briefing } from '../../core/briefing/briefing.ts'
import {
  commentChoices,
  type Publication,
  plainReview,
  publicationOf,
  type ReviewChoices,
  suggestionChoices,
} from '../../core/export/publication.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { countSuggestions } from '../../core/review/suggestions.ts'
import { countThreads } from '../../core/review/threads.ts'
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
  --suggestions accept|reject|show    undecided ones are rejected unless given:
                   the text that approvals are for. Shown, they are <ins> and
                   <del> in HTML and Markdown and [-old-]{+new+} in text
  --comments none|footnotes|appendix    none unless given. Names, dates and words
                   of all threads, numbered at their places or only listed

What the briefing holds of either is said on standard error.
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
    const comments = oneOf('--comments', values.comments ?? plainReview.comments, commentChoices)
    if (!comments.ok) return comments
    const suggestions = oneOf(
      '--suggestions',
      values.suggestions ?? plainReview.suggestions,
      suggestionChoices,
    )
    if (!suggestions.ok) return suggestions
    const spared = await spareInput(file, values.output ?? '-')
    if (!spared.ok) return spared

    const briefing = await readBriefing(file)
    if (!briefing.ok) return briefing
    const choices = { suggestions: suggestions.value, comments: comments.value }
    const text = await publish(publicationOf(briefing.value, choices), format.value, frontMatter.value)
    announce(briefing.value, choices)
    return writeOutput(values.output ?? '-', text)
  },
}

/** Says what of an unfinished review the export holds, and what it leaves out (P3). */
function announce({ doc, records }: Briefing, { suggestions, comments }: ReviewChoices): void {
  const undecided = countSuggestions(doc)
  const { open } = countThreads(records.threads.values())
  const done = { accept: 'accepted', reject: 'rejected', show: 'shown' }[suggestions]
  const parts = [
    ...(undecided === 0 ? [] : [`${undecided} undecided suggestion${undecided === 1 ? '' : 's'} ${done}`]),
    ...(open === 0
      ? []
      : [`${open} open thread${open === 1 ? '' : 's'} ${comments === 'none' ? 'left out' : 'listed'}`]),
  ]
  if (parts.length > 0) process.stderr.write(`galley: ${parts.join(', ')}\n`)
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
