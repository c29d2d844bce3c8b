import type { DayMeasure } from './day-measures.ts'
import { performedAfter } from './figure-bounds.ts'
import type { Measure } from './measures.ts'

/** Shares and middles of the figures of a period. */

/** Sums of a period by measure, and its distributions: how many cases by their number of days. */
export interface Sums {
  of: (measure: Measure) => number
  days: (measure: DayMeasure) => ReadonlyMap<number, number>
}

/** Sums of rows. */
export const sumsOf = (rows: readonly { measure: Measure; value: number; n: number }[]): Sums => {
  const sums = new Map<Measure, number>()
  const days = new Map<Measure, Map<number, number>>()
  for (const { measure, value, n } of rows) {
    sums.set(measure, (sums.get(measure) ?? 0) + n)
    const spread = days.get(measure) ?? new Map<number, number>()
    days.set(measure, spread.set(value, (spread.get(value) ?? 0) + n))
  }
  return { of: (measure) => sums.get(measure) ?? 0, days: (measure) => days.get(measure) ?? new Map() }
}

/**
 * The smallest number of days in which this share of the cases was through (nearest rank); null without cases.
 * @param share 0.5 for the median, 0.9 for the ninetieth percentile
 */
export const within = (spread: ReadonlyMap<number, number>, share: number): number | null => {
  const total = [...spread.values()].reduce((sum, n) => sum + n, 0)
  let passed = 0
  for (const [days, n] of [...spread].sort(([one], [other]) => one - other)) {
    passed += n
    if (passed >= total * share) return days
  }
  return null
}

/** A part of a whole; `share` is null while the whole is nothing. */
export interface Share {
  part: number
  whole: number
}

/** Days in which somebody should have answered in their own words, for `answeredSoon`. */
const soon = 3

/** The shares of the figures, each with its definition, which is printed beside it. */
export const shareTable = {
  settled: {
    name: '调成率',
    definition: '达成协议的，占达成协议和调解不成的。撤回、不愿谈、不予受理的都不在里面，写在旁边。',
    of: ({ of }) => ({ part: of('settled'), whole: of('settled') + of('failed') }),
  },
  tell: {
    name: '按时告知',
    definition: '在期限里告知受理与否的，占该告知的；没告知的也算在该告知里。',
    of: ({ of }) => ({ part: of('tellKept'), whole: of('tellKept') + of('tellPassed') }),
  },
  end: {
    name: '按时办结',
    definition: '在期限里有结果的，占到期的和有结果的；一直没办的也算在里面。',
    of: ({ of }) => ({ part: of('endKept'), whole: of('endKept') + of('endPassed') }),
  },
  answeredSoon: {
    name: `${soon} 天里有人回话`,
    definition: `工作人员 ${soon} 天里第一次写话或者打通电话的件数，比当期收到的件数（当场登记的不算）。`,
    of: ({ of, days }) => {
      const whole = of('received') - of('spot')
      const part = [...days('firstAnswer')].reduce((sum, [value, n]) => sum + (value <= soon ? n : 0), 0)
      return { part: Math.min(part, whole), whole }
    },
  },
  performed: {
    name: '到期履行',
    definition: `协议书里到期满 ${performedAfter} 天的各条，该得的一方认了的占多少。`,
    of: ({ of }) => ({ part: of('performed'), whole: of('due') }),
  },
  anonymous: {
    name: '没留姓名',
    definition: '占收到的多少。',
    of: ({ of }) => ({ part: of('anonymous'), whole: of('received') }),
  },
  followed: {
    name: '凭码回来看过',
    definition: '当期第一次用查询码的件数，比当期收到的件数。',
    of: ({ of }) => ({ part: Math.min(of('followed'), of('received')), whole: of('received') }),
  },
} as const satisfies Record<string, { name: string; definition: string; of: (sums: Sums) => Share }>

export type ShareId = keyof typeof shareTable
export const shareIds = Object.keys(shareTable) as ShareId[]

/** Hundredths, rounded; null without a whole. */
export const percent = ({ part, whole }: Share): number | null =>
  whole > 0 ? Math.round((100 * part) / whole) : null
