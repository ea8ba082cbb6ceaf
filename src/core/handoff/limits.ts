/**
 * What a .briefing file may hold. All of it is checked from the ZIP's directory before anything is unpacked,
 * so that a small hostile file can cost neither memory nor time. docs/FILE-FORMAT.md repeats these figures.
 */
export const limits = {
  /** Bytes of the whole file. */
  file: 512 * 1024 * 1024,
  entries: 16,
  /** Bytes of an entry's name. */
  name: 255,
  /** Bytes of one unpacked entry. */
  manifest: 1024 * 1024,
  entry: 256 * 1024 * 1024,
  /** Bytes of all entries, unpacked. */
  total: 512 * 1024 * 1024,
  /** How many times larger than its packed form a deflated entry may be; what packs better is stored. */
  ratio: 200,
  /** Bytes by which a packed entry may be larger than an eighth more than it is: blocks of nothing cost time. */
  slack: 1024,
  /** Objects and arrays inside one another. */
  nesting: 512,
  /**
   * Values (objects, arrays, texts, numbers, names) in an entry or in a line of `changes.ndjson`, and in all of its lines:
   * three bytes of JSON can take forty of memory.
   */
  values: 2_000_000,
  allValues: 10_000_000,
} as const
