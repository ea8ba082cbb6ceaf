import { z } from 'zod'

/**
 * A list of which the first item that is wrong is told, and no other: zod's own lists keep an issue for each,
 * which costs seconds and gigabytes where somebody fills a file with them, and overflows the stack.
 */
export function listOf<T extends z.ZodType>(item: T, shape: z.ZodType<unknown[]> = z.array(z.unknown())) {
  return shape.transform((values, context): z.output<T>[] => {
    const read: z.output<T>[] = []
    for (const [index, value] of values.entries()) {
      const parsed = item.safeParse(value)
      if (!parsed.success) {
        const [issue] = parsed.error.issues
        context.addIssue({
          code: 'custom',
          message: issue?.message ?? 'Not valid',
          path: [index, ...(issue?.path ?? [])],
        })
        return z.NEVER
      }
      read.push(parsed.data)
    }
    return read
  })
}

/** The same with at least one item. */
export function filledListOf<T extends z.ZodType>(item: T) {
  return listOf(item, z.array(z.unknown()).min(1))
}
