import { normaliseWidth } from './normalise.ts'
import { findableNumbers } from './phone-numbers.ts'
import { surnames } from './surnames.ts'

/** Whether what people gave of themselves and of others stands in a text that everybody may read. */

/** What people gave, each bounded by the caller. */
export interface GivenTexts {
  /** Names and addresses: one field can hold several. */
  names: readonly string[]
  /** Sentences in which somebody may be named: 隔壁陈大山，养羊的. */
  about: readonly string[]
  phones: readonly string[]
}

/** Shortest name that is looked for: one character is part of any text. */
const shortest = 2

/** Full-width commas and brackets are narrow by then. */
const between = /[、,;/()\s和及]+/u

/** Parts that name nobody: who somebody is, and places that everybody knows. */
const nobody =
  /^(?:本人|自己|村民|居民|业主|住户|租客|群众|家长|家属|家人|邻居|儿子|女儿|儿媳|媳妇|丈夫|妻子|老伴|父亲|母亲|父母|爸爸|妈妈|爷爷|奶奶|代办|代填|经办|不详|未知|.*[省市县区乡镇]|.*街道)$/u

/** Words that begin as a surname does. */
const ordinary =
  '马路|马上|高速|高压|高楼|石[头材子料]|白天|方[面便向法案]|黄[土沙泥]|江[边水面]|田[地里边埂]|林[地场业木权]|毛病|程序|任[何务]|周[边围]|严[重格]|许[可多]|陆续|于是|雷电|武装|余[下款]|钱[款财]|何[时处]|万元'
/** A surname and the character after it: with a third one the first two stand in the text too. Not 李庄, 王家湾. */
const person = new RegExp(`(?!${ordinary}|[${surnames}].{0,1}[村庄湾镇乡])[${surnames}]\\p{Script=Han}`, 'gu')

const bare = (one: string): string => normaliseWidth(one).replace(/\s+/gu, '')

const partsOf = (one: string): string[] => [
  bare(one),
  ...normaliseWidth(one)
    .split(between)
    .filter((part) => !nobody.test(part)),
]

/**
 * True if something of what was given stands in the text, spaces and width aside: the whole, a part of it between commas,
 * brackets, spaces, 和 and 及, a surname with the character after it out of a sentence, or a telephone number.
 */
export const tellsGiven = (text: string, { names, about, phones }: GivenTexts): boolean => {
  const whole = bare(text)
  const sought = [
    ...[...names, ...about].flatMap(partsOf),
    ...about.flatMap((one) => [...bare(one).matchAll(person)].map(([found]) => found)),
  ]
  if (sought.some((one) => [...one].length >= shortest && whole.includes(one))) return true
  const digits = whole.replace(/[-.·()]/gu, '')
  return [...phones, ...names, ...about].flatMap(findableNumbers).some((number) => digits.includes(number))
}
