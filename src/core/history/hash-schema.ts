import { z } from 'zod'
import type { Hash } from '../canonical.ts'

export const hashSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'A SHA-256 in hexadecimal')
  .transform(text => text as Hash)
