import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Every text colour has a contrast of 7:1 on every background it may have, light and dark (WCAG 1.4.6, AAA). */

const [day = '', evening = ''] = readFileSync('site/styles/base/tokens.css', 'utf8').split(
  '(prefers-color-scheme: dark)',
)
const tokensIn = (css: string): Record<string, string> =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  )
const light = tokensIn(day)
const schemes = { light, dark: { ...light, ...tokensIn(evening) } }

/** Relative luminance (WCAG 2.2, definitions). */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const ratio = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'stone', 'lit', 'moss-wash', 'verm-wash', 'ochre-wash']
const onGrounds = ['ink', 'ink-2', 'ink-3', 'moss', 'moss-deep', 'verm', 'ochre']
const warnings = ['w-green', 'w-blue', 'w-yellow', 'w-red']
const pairs = [
  ...onGrounds.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...warnings.flatMap((text) => [`${text}-wash`, 'paper', 'stone'].map((ground) => [text, ground] as const)),
  ...(['on-tile', 'on-tile-2'] as const).map((text) => [text, 'tile'] as const),
  ...[['on-moss', 'moss'] as const, ['on-moss', 'moss-deep'] as const, ['on-verm', 'verm'] as const],
]

it('the contrast ratio equals WCAG’s examples', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21)
  expect(ratio('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

describe.each(Object.entries(schemes))('contrast of at least 7:1 in the %s scheme', (_, tokens) => {
  it.each(pairs)('%s on %s', (text, ground) => {
    expect(ratio(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(7)
  })
})
