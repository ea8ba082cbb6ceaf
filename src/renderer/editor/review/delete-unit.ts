/** How much a key takes away: a character as the reader sees it, or a word. */
export type Unit = 'character' | 'word'

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Signs of several code points that Backspace takes as one; of a letter it takes its last accent alone. */
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/u

/** How many UTF-16 units at the end of a text Backspace takes away, as Chromium's does. */
export function unitBefore(text: string, unit: Unit): number {
  if (unit === 'word') return lengthOfWord([...words.segment(text)].reverse())
  const cluster = [...characters.segment(text.slice(-64))].at(-1)?.segment ?? ''
  return picture.test(cluster) || cluster === '\r\n' ? cluster.length : ([...cluster].at(-1)?.length ?? 0)
}

/** How many at its beginning Delete takes away. */
export function unitAfter(text: string, unit: Unit): number {
  if (unit === 'word') return lengthOfWord([...words.segment(text)])
  return [...characters.segment(text.slice(0, 64))][0]?.segment.length ?? 0
}

/** The spaces between the cursor and a word go with it. */
function lengthOfWord(segments: readonly Intl.SegmentData[]): number {
  let length = 0
  for (const { segment } of segments) {
    length += segment.length
    if (segment.trim() !== '') break
  }
  return length
}
