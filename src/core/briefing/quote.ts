/** The words a thread is about, with what stood around them, so that it can be found or attached again. */
export interface Quote {
  readonly text: string
  /** Up to 40 characters before and after it in its block. */
  readonly before: string
  readonly after: string
}
