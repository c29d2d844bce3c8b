import { normaliseWidth } from './normalise.ts'

/** Dots between the parts of a name are written with many characters (W3C clreq), and often left out. */
const between = /[\s\u200b-\u200f\u2060·•‧∙⋅・･᛫.．。\-‐-―'’]/gu

/**
 * A name as it is compared: in one width and case, without spaces, dots and dashes between its parts. It is never shown.
 */
export const foldedName = (name: string): string => folded(normaliseWidth(name))

const folded = (wide: string): string => wide.replace(between, '').toLocaleLowerCase('en')

/** The forms under which a typed name is found: whole, and without what stands in brackets after it. */
export const findableNames = (name: string): string[] => {
  const whole = normaliseWidth(name)
  const short = whole.replace(/\([^()]*\)/gu, '')
  return [...new Set([folded(whole), folded(short)])].filter(Boolean)
}
