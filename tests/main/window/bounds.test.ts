import { expect, test } from 'vitest'
import { placeWindow } from '../../../src/main/window/bounds.ts'

const large = { x: 0, y: 25, width: 2560, height: 1415 }
const beside = { x: 2560, y: 0, width: 1920, height: 1080 }

test('opens in the middle of the first screen at first', () => {
  expect(placeWindow(null, [large, beside])).toEqual({ x: 560, y: 283, width: 1440, height: 900 })
})

test('opens where it was, on whichever screen', () => {
  const place = { x: 2700, y: 40, width: 1200, height: 800 }
  expect(placeWindow(place, [large, beside])).toEqual(place)
})

test('comes back onto a screen that is there when its own is not', () => {
  expect(placeWindow({ x: 2700, y: 40, width: 1200, height: 800 }, [large])).toEqual({
    x: 1360,
    y: 40,
    width: 1200,
    height: 800,
  })
  expect(placeWindow({ x: -5000, y: -5000, width: 1200, height: 800 }, [large])).toEqual({
    x: 0,
    y: 25,
    width: 1200,
    height: 800,
  })
})

test('is never larger than its screen, nor smaller than can be worked at', () => {
  expect(placeWindow({ x: 0, y: 0, width: 9000, height: 9000 }, [beside])).toEqual(beside)
  expect(placeWindow({ x: 50, y: 50, width: 10, height: 10 }, [large])).toMatchObject({
    width: 900,
    height: 600,
  })
  const tiny = { x: 0, y: 0, width: 800, height: 480 }
  expect(placeWindow(null, [tiny])).toEqual(tiny)
})
