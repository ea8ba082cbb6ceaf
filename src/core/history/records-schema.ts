import { z } from 'zod'
import type { Records } from '../briefing/records.ts'
import { handoffSchema } from './handoff-shapes.ts'
import {
  approvalSchema,
  statusEntrySchema,
  statusSchema,
  threadSchema,
  versionSchema,
} from './record-shapes.ts'

/** Records as a snapshot keeps them. What is not of this shape is made again from the log. */
export const recordsSchema: z.ZodType<Records> = z.object({
  threads: z.map(z.string(), threadSchema),
  status: statusSchema,
  statusCounter: z.int().nonnegative(),
  statusHistory: z.array(statusEntrySchema),
  approvals: z.array(approvalSchema),
  versions: z.array(versionSchema),
  handoff: handoffSchema,
})
