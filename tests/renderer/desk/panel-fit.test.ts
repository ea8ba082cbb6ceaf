import { expect, test } from 'vitest'
import { clampWidth, fitPanels, panelWidths } from '../../../src/renderer/features/desk/panel-fit.ts'

const usual = {
  outline: { width: panelWidths.outline.usual, open: true },
  side: { width: panelWidths.side.usual, open: true },
}

test('a wide window has both panels beside the page', () => {
  expect(fitPanels(1440, usual)).toEqual({
    outline: { width: 248, most: 420, place: 'beside' },
    side: { width: 348, most: 512, place: 'beside' },
  })
})

test('at 1024 the side float, so that the page keeps its width', () => {
  expect(fitPanels(1024, usual).outline.place).toBe('beside')
  expect(fitPanels(1024, usual).side.place).toBe('over')
})

test('with the outline hidden the side stand beside the page sooner', () => {
  const hidden = { ...usual, outline: { width: 248, open: false } }
  expect(fitPanels(1100, usual).side.place).toBe('over')
  expect(fitPanels(1100, hidden).side.place).toBe('beside')
})

test('a panel gets no more than the page can spare', () => {
  expect(fitPanels(1240, usual).side).toEqual({ width: 312, most: 312, place: 'beside' })
  const wide = { ...usual, outline: { width: 400, open: true } }
  expect(fitPanels(900, wide).outline).toEqual({ width: 260, most: 260, place: 'beside' })
})

test('in a very narrow window the outline floats too', () => {
  expect(fitPanels(800, usual).outline.place).toBe('over')
})

test('a width stays within its limits', () => {
  expect(clampWidth('outline', 20)).toBe(panelWidths.outline.least)
  expect(clampWidth('side', 9000)).toBe(panelWidths.side.most)
  expect(clampWidth('side', 300.4)).toBe(300)
})
