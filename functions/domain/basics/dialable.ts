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

/** The number of the police for text messages; nobody answers a call there. */
const textOnly = '12110'

/** A link to a number (`tel:`, or `sms:` where only messages are read), and what a screen reader says before it. */
export const numberLink = (number: string): { href: string; verb: string } =>
  number === textOnly
    ? { href: `sms:${number}`, verb: '发短信到' }
    : { href: `tel:${number.replace('-', '')}`, verb: '拨打' }
