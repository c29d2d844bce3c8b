import { type Day, fullDay, spokenDay } from '#domain/basics/time.ts'
import type { ItemState } from './current.ts'
import { type Item, yuan } from './items.ts'

/** An agreement in words, on pages and on paper. */

type Named = readonly { party: number; name: string }[]

/** 吴秀兰、陈建国: the names of some of the people who make it. */
export const namesOf = (parties: Named, wanted: readonly number[]): string =>
  parties
    .filter(({ party }) => wanted.includes(party))
    .map(({ name }) => name)
    .join('、')

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿']

/** A group of up to four digits: 1050 → 壹仟零伍拾. */
const groupWords = (value: number): string =>
  [...String(value)]
    .map((digit, at, all) =>
      digit === '0' ? '零' : `${digits[Number(digit)]}${places[all.length - 1 - at]}`,
    )
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/零$/, '')

/** An amount in capitals, as papers have it beside the digits: 60000 → 陆佰元整, 125050 → 壹仟贰佰伍拾元伍角. */
export const capitals = (fen: number): string => {
  const whole = Math.floor(fen / 100)
  const [jiao, last] = [Math.floor((fen % 100) / 10), fen % 10]
  const parts: string[] = []
  for (let rest = whole, at = 0; rest > 0; rest = Math.floor(rest / 10_000), at += 1) {
    const value = rest % 10_000
    if (value === 0) continue
    const gap = value < 1000 && rest >= 10_000 ? '零' : ''
    parts.unshift(`${gap}${groupWords(value)}${groups[at]}`)
  }
  const yuanWords = parts.length > 0 ? `${parts.join('')}元` : ''
  if (jiao === 0 && last === 0) return `${yuanWords}整`
  const zero = yuanWords && jiao === 0 ? '零' : ''
  return `${yuanWords}${zero}${jiao > 0 ? `${digits[jiao]}角` : ''}${last > 0 ? `${digits[last]}分` : ''}`
}

/** The last day of an item; what has none is done when the agreement is made. */
export const dueWords = (dueOn: Day | undefined, year: string): string =>
  dueOn ? `${spokenDay(dueOn, year)}前` : '当场'

/** An item as a page shows it: what, for whom, how much. Money is given; who an act is for is said where it could be others. */
export const itemWords = ({ by, what, to, amountFen }: Item, parties: Named): string => {
  if (amountFen) return `${what}，${yuan(amountFen)}，给${namesOf(parties, to)}`
  return by.length + to.length < parties.length ? `${what}（为${namesOf(parties, to)}）` : what
}

/** The same for paper, with the amount in capitals and whole days. */
export const paperWords = ({ by, to, what, amountFen, dueOn }: Item, parties: Named): string =>
  [
    `${namesOf(parties, by)}${dueOn ? `于 ${fullDay(dueOn)}前` : '当场'}，向${namesOf(parties, to)}履行：${what}`,
    ...(amountFen ? [`金额 ${yuan(amountFen)}（大写：${capitals(amountFen)}）`] : []),
  ].join('；')

/** How far an item is, as staff read it. */
export const itemStates: Record<ItemState, string> = {
  open: '还没有做',
  done: '做的人说做到了',
  received: '做到了，两边都认',
  missed: '有人说没做到',
}
