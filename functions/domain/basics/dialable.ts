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

/** The platform against organised crime is a site and a code to scan, no telephone. */
const siteOnly = '12337'

/**
 * A link to a number (`tel:`, `sms:` where only messages are read, or the site of a number that nobody answers),
 * what a screen reader says before it, and what is shown if not the number itself.
 */
export const numberLink = (number: string): { href: string; verb: string; shown: string } => {
  if (number === textOnly) return { href: `sms:${number}`, verb: '发短信到', shown: number }
  if (number === siteOnly)
    return { href: `https://www.${number}.gov.cn/`, verb: '打开', shown: `${number}.gov.cn` }
  return { href: `tel:${number.replace('-', '')}`, verb: '拨打', shown: number }
}
