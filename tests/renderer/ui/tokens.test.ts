import { describe, expect, test } from 'vitest'
import tokens from '../../../src/renderer/ui/tokens.css?raw'

type Rgb = readonly [number, number, number]

/** The colours of a theme: its own rule over the first one. */
function theme(selector: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', body = ''] of tokens.matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
    const applies = name.trim() === ':root' || name.trim() === selector
    if (!applies || body.includes('--quick: 0ms')) continue
    for (const [, token = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found.set(token, value)
  }
  return found
}

function hex(value: string): Rgb {
  const digits = value.slice(1)
  const full = digits.length === 3 ? [...digits].map(digit => digit + digit).join('') : digits
  return [0, 2, 4].map(at => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb
}

/** A state's tint ("rgb(28 26 23 / 9%)") laid over a ground. */
function over(tint: string, ground: Rgb): Rgb {
  const parts = /rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)/.exec(tint)
  if (parts === null) throw new Error(`Not a tint: ${tint}`)
  const [red, green, blue, percent] = parts.slice(1).map(Number) as [number, number, number, number]
  const share = percent / 100
  return [red, green, blue].map(
    (part, at) => part * share + (ground[at] ?? 0) * (1 - share),
  ) as unknown as Rgb
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = (colour: Rgb) => {
    const [red = 0, green = 0, blue = 0] = colour.map(part => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([':root', ":root[data-theme='dark']"])('the colours of %s reach WCAG AA', selector => {
  const colours = theme(selector)
  const colour = (token: string) => hex(colours.get(token) ?? '#000')
  const grounds = ['--chrome', '--sheet', '--card']

  test.each(grounds)('every ink and mark is readable on %s, every person’s line is seen', ground => {
    const people = [...colours.keys()].filter(token => token.startsWith('--author-'))
    expect(people).toHaveLength(6)
    for (const token of ['--ink', '--ink-2', '--ink-3', '--proof', '--warn', '--ok']) {
      expect(contrast(colour(token), colour(ground)), `${token} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const token of people) {
      expect(contrast(colour(token), colour(ground)), `${token} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  })

  test.each([...grounds, '--desk'])('second ink is readable on hovered and active rows of %s', ground => {
    for (const state of ['--hover', '--active']) {
      const row = over(colours.get(state) ?? '', colour(ground))
      expect(contrast(colour('--ink-2'), row), `--ink-2 on ${state}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('words on the main button and initials on a person’s colour are readable', () => {
    expect(contrast(colour('--on-primary'), colour('--primary'))).toBeGreaterThanOrEqual(4.5)
    for (const [token] of [...colours].filter(([name]) => name.startsWith('--author-'))) {
      expect(contrast(colour('--on-author'), colour(token)), token).toBeGreaterThanOrEqual(4.5)
    }
  })
})
