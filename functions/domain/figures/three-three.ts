import { percent, type ShareId, type Sums, shareTable } from './shares.ts'

/**
 * 三三制: the three best and the three weakest places of a quarter. Never by the number of petitions and never by the settle
 * rate: a place that discourages people from filing, or presses them to settle, must not stand higher for it.
 */

/** A place with fewer cases than this is not ranked: one case would decide its place. */
const fewestCases = 20
/** What the order is made of; a place needs three of the four. */
export const ranked = ['tell', 'end', 'answeredSoon', 'performed'] as const satisfies ShareId[]
const fewestShares = 3

export const rankRule = `分数是${ranked.map((id) => `“${shareTable[id].name}”`).join('')}四个百分数的平均，至少有${fewestShares}个算得出；收到不满 ${fewestCases} 件的不排。信访件数多少、调成率高低都不算分。`

export interface Ranked {
  place: string
  score: number
}

/** The score of a place in hundredths; null if it is not ranked. */
export const scoreOf = (sums: Sums): number | null => {
  const shares = ranked.flatMap((id) => percent(shareTable[id].of(sums)) ?? [])
  if (sums.of('received') < fewestCases || shares.length < fewestShares) return null
  return Math.round(shares.reduce((sum, share) => sum + share, 0) / shares.length)
}

/** The best and the weakest, at most three of each and never one in both; equal ones in the order they came. */
export const threeAndThree = (
  places: readonly { place: string; sums: Sums }[],
): { best: Ranked[]; weakest: Ranked[] } => {
  const order = places
    .flatMap(({ place, sums }): Ranked[] => {
      const score = scoreOf(sums)
      return score === null ? [] : [{ place, score }]
    })
    .sort((one, other) => other.score - one.score)
  const count = Math.min(3, Math.floor(order.length / 2))
  return { best: order.slice(0, count), weakest: count > 0 ? order.slice(-count).reverse() : [] }
}
