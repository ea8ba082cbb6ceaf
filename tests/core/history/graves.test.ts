import { Fragment, Slice } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { Graves } from '../../../src/core/history/graves.ts'
import { Pieces } from '../../../src/core/history/pieces.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { p, uuid } from '../../support/builders.ts'

const [one, two] = [1, 2].map(id => schema.mark('comment', { thread: uuid(id) }))
const words = (...threads: (typeof one)[]) =>
  new Slice(
    Fragment.from(
      schema.text(
        'fox',
        threads.filter(mark => mark !== undefined),
      ),
    ),
    0,
    0,
  )
const between = { behind: 4, ahead: 9 }
const pieces = [{ id: 5, length: 3 }]

test('[H3] what is put back is known for what it was, also where two comments on it changed places', () => {
  const graves = new Graves()
  graves.dig(words(one, two), pieces, between)
  expect(graves.open(3, () => words(two), new Pieces(5), between)).toBeNull()
  expect(graves.open(3, () => words(two, one), new Pieces(5), between)).toEqual(pieces)
})

test('[H3] a block is known that comes back alone of several that were taken out at once', () => {
  const graves = new Graves()
  const [fox, end] = [p('The fox.'), p('The end.')]
  graves.dig(new Slice(Fragment.from([fox, end]), 0, 0), [{ id: 5, length: 20 }], between)
  const opened = graves.open(10, () => new Slice(Fragment.from(end), 0, 0), new Pieces(5), between)
  expect(opened).toMatchObject([{ id: 15, length: 10 }])
})
