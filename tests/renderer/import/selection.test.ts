import { expect, test } from 'vitest'
import { choose, chooseAll, extend, meant, toggle } from '../../../src/renderer/features/import/selection.ts'

const lines = (selection: { lines: ReadonlySet<number> }) => [...selection.lines].sort((a, b) => a - b)

test('I1 a range grows and shrinks from where it began, in both directions', () => {
  const down = extend(extend(choose(3), 5), 4)
  expect(lines(down)).toEqual([3, 4])
  expect(lines(extend(down, 1))).toEqual([1, 2, 3])
})

test('I1 single lines are added and taken out, but one always stays', () => {
  const two = toggle(choose(2), 7)
  expect(lines(two)).toEqual([2, 7])
  expect(lines(toggle(two, 2))).toEqual([7])
  expect(lines(toggle(toggle(two, 2), 7))).toEqual([7])
})

test('I1 a role is meant for all chosen lines, or for one that is not among them alone', () => {
  const chosen = extend(choose(1), 3)
  expect([...meant(chosen, 2)]).toEqual([1, 2, 3])
  expect([...meant(chosen, 9)]).toEqual([9])
})

test('I1 all lines can be chosen at once', () => {
  expect(lines(chooseAll(choose(1), 4))).toEqual([0, 1, 2, 3])
})
