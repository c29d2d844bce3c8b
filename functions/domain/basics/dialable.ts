import { county } from '#generated/county.ts'

const numbers = new Set(county.hotlines.map(({ number }) => number))

/**
 * A sentence cut at the hotlines it names, so that each can be tapped where it is read: even places are words, odd
 * places numbers.
 */
export const cutAtHotlines = (text: string): string[] => {
  const parts = ['']
  for (const [piece] of text.matchAll(/\d+|\D+/g)) {
    if (numbers.has(piece)) parts.push(piece, '')
    else parts[parts.length - 1] += piece
  }
  return parts
}
