/**
 * Figures of rows counted from a table of cases that a person wrote down, by nothing but this file: no code of the figures is
 * used, so an error there shows.
 */

export interface HandCase {
  category: string
  track: string
  level: string
  place: string
  /** Of the cases of this row: what happened in the period. One if absent, where `has` names it. */
  has: readonly string[]
  /** Days from the filing to the first words of staff, and to the result. */
  answer?: number
  end?: number
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '没有可算的' : `${Math.round((part / whole) * 100)}%（${part}／${whole}）`

/** The shortest time that so many tenths of the cases needed at most: written out one by one, and the one at that place. */
const tenths = (days: readonly number[], of: number): string => {
  const sorted = [...days].sort((one, other) => one - other)
  return sorted.length === 0 ? '没有' : `${sorted[Math.ceil((sorted.length * of) / 10) - 1]} 天`
}

/** The texts of the cells of one row, as the tables of the page have them: results, other shares, first answers, ends. */
export const handRow = (cases: readonly HandCase[]) => {
  const n = (what: string) =>
    cases.reduce((sum, { has }) => sum + has.filter((one) => one === what).length, 0)
  const answers = cases.flatMap(({ answer }) => answer ?? [])
  const ends = cases.flatMap(({ end }) => end ?? [])
  const late = (what: string) => (n(`${what} late`) > 0 ? `（其中补登 ${n(`${what} late`)}）` : '')
  const open = n('received') - n('spot')
  return {
    results: [
      `${n('received')}${late('received')}`,
      `${share(n('settled'), n('settled') + n('failed'))}${late('settled')}`,
      ...['withdrawn', 'refused', 'declined', 'reopened'].map((what) => String(n(what))),
      share(n('performed'), n('due')),
    ],
    shares: [
      share(n('told'), n('told') + n('not told')),
      share(n('ended in time'), n('ended in time') + n('not ended')),
      share(Math.min(answers.filter((days) => days <= 3).length, open), open),
      share(n('anonymous'), n('received')),
      share(Math.min(n('followed'), n('received')), n('received')),
    ],
    answers: [String(answers.length), tenths(answers, 5), tenths(answers, 9)],
    ends: [String(ends.length), tenths(ends, 5), tenths(ends, 9)],
  }
}
