import { hashValue, uuidFrom } from '../canonical.ts'

/** The id that follows from a JSON value: equal values give equal ids, on every machine. */
export function derivedId(value: unknown): string {
  return uuidFrom(hashValue(value))
}
