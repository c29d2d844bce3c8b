import { county } from '#generated/county.ts'

const numbers = new Set(county.hotlines.map(({ number }) => number))

/**
 * Splits a sentence at the hotlines in it, so that each can be a telephone link: even items are text, odd
 * items are numbers.
 */
export const cutAtHotlines = (text: string): string[] => {
  const parts = ['']
  for (const [piece] of text.matchAll(/\d+|\D+/g)) {
    if (numbers.has(piece)) parts.push(piece, '')
    else parts[parts.length - 1] += piece
  }
  return parts
}
