import { z } from 'zod'

/** New words: one line or several, without control characters. */
const words = z
  .string()
  .max(100_000)
  .transform(text => text.replace(/\r\n?/g, '\n'))
  .refine(text => !/[^\P{Cc}\n\t]/u.test(text), 'Words hold no control characters')
const quoted = words.refine(text => text !== '', 'Nothing is quoted')
const nth = z.int().positive().optional()

const shapes = [
  z.strictObject({ op: z.literal('insert'), after: quoted, text: quoted, nth }),
  z.strictObject({ op: z.literal('insert'), before: quoted, text: quoted, nth }),
  z.strictObject({ op: z.literal('replace'), find: quoted, with: words, nth }),
  z.strictObject({ op: z.literal('delete'), find: quoted, nth }),
  z.strictObject({ op: z.literal('split'), before: quoted, nth }),
  z.strictObject({ op: z.literal('join'), after: quoted, nth }),
  z.strictObject({
    op: z.literal('retype'),
    at: quoted,
    to: z.enum(['paragraph', 'section', 'subsection', 'quote', 'bullets', 'numbers']),
    nth,
  }),
  z.strictObject({ op: z.literal('mark'), find: quoted, mark: z.enum(['bold', 'italic']), nth }),
  z.strictObject({ op: z.literal('move'), block: quoted, before: quoted, nth }),
  z.strictObject({ op: z.literal('move-section'), section: quoted, before: quoted, nth }),
  z.strictObject({ op: z.literal('delete-block'), at: quoted, nth }),
  z.strictObject({ op: z.literal('add-key-point'), text: quoted }),
  z.strictObject({ op: z.literal('set'), field: z.enum(['headline', 'standfirst']), text: words }),
  z.strictObject({
    op: z.literal('detail'),
    name: z.string(),
    value: z.union([z.string(), z.array(z.string())]),
  }),
  z.strictObject({ op: z.literal('comment'), on: quoted.optional(), text: quoted, nth }),
  z.strictObject({ op: z.literal('reply'), to: quoted, text: quoted, nth }),
  z.strictObject({ op: z.literal(['resolve', 'reopen']), thread: quoted, nth }),
  z.strictObject({ op: z.literal(['accept', 'reject']), find: quoted, nth }),
  z.strictObject({ op: z.literal(['accept', 'reject']), all: z.literal(true) }),
  z.strictObject({ op: z.literal(['accept', 'reject']), author: quoted }),
  z.strictObject({ op: z.literal('status'), to: z.string() }),
  z.strictObject({ op: z.literal(['approve', 'request-changes']), note: z.string().optional() }),
] as const

/** One entry of a script: one change of the briefing (X1). */
export const entrySchema = z.union(shapes)

export type Entry = z.infer<typeof entrySchema>

const opsOf = (shape: (typeof shapes)[number]): string[] => [...shape.shape.op.values]

/** Why a value is no entry, in words: of the shapes that an entry can have, those of its own `op` count. */
export function whyNoEntry(value: unknown): string {
  const op: unknown = typeof value === 'object' && value !== null && 'op' in value ? value.op : undefined
  const reasons = shapes
    .filter(shape => opsOf(shape).some(each => each === op))
    .map(shape => {
      const issue = shape.safeParse(value).error?.issues[0]
      return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`.replace(/^: /, '')
    })
  const all = [...new Set(shapes.flatMap(opsOf))]
  return reasons.length === 0 ? `op: must be one of ${all.join(', ')}` : reasons.join('; or ')
}
