import { describe, expect, it } from 'vitest'
import { fewestRatings } from '#domain/basics/bounds.ts'
import {
  groupAreas,
  type RatingCell,
  type RatingGroup,
  ratingCount,
  ratingGroups,
} from '#domain/desk/rating-groups.ts'
import { unitIds } from '#domain/places/areas.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { ratingPeriodIds } from '#domain/words/ratings.ts'
import { trackIds } from '#domain/words/tracks.ts'

/** Groups of ratings: what they are divided by, and that nothing smaller than ten answers follows from them. */

const [liuwan, songping, town, xiqiao, county] = [
  ...(['qingshi-liuwan-committee', 'qingshi-songping-committee', 'qingshi-office'] as const),
  ...(['yunxi-xiqiao-committee', 'shili-centre'] as const),
] as const

const cell = (answered: number, of: Partial<RatingCell> = {}): RatingCell => ({
  ...{ unit: liuwan, period: 'end', registered: false, category: 'neighbour', track: 'mediation' },
  ...{ month: '2026-07', asked: answered + 1, answered, treated: 3 * answered },
  ...{ solved: answered, partly: 0, not: 0 },
  ...of,
})
const shown = (cells: readonly RatingCell[]) =>
  [...ratingGroups(cells)].flatMap(([id, groups]) =>
    groups.map(({ units, track, category, month, asked, answered }) =>
      [id, units.length === 1 ? units[0] : units.length, track, category, month, `${answered}/${asked}`].join(
        ' ',
      ),
    ),
  )
const at = (unit: string, rest: string) => `qingshi ${unit} ${rest}`

it('counts add up in every part', () => {
  const [one, two] = [
    { asked: 5, answered: 4, treated: 17, solved: 2, partly: 1, not: 1 },
    { asked: 7, answered: 3, treated: 9, solved: 0, partly: 1, not: 2 },
  ]
  expect(ratingCount([one, two])).toEqual({
    asked: 12,
    answered: 7,
    treated: 26,
    solved: 2,
    partly: 2,
    not: 3,
  })
  expect(ratingCount([])).toMatchObject({ asked: 0, answered: 0 })
})

describe('groups', () => {
  it.each<[string, RatingCell[], string[]]>([
    ['nine answers are in none', [cell(9)], []],
    ['ten are one', [cell(10)], [at(liuwan, 'mediation neighbour 2026-07 10/11')]],
    [
      'what is enough is divided by track, then by category, then by month',
      [
        cell(20),
        cell(10, { month: '2026-08' }),
        cell(12, { category: 'debt' }),
        cell(11, { track: 'consult', category: 'labour' }),
      ],
      [
        at(liuwan, 'mediation neighbour 2026-07 20/21'),
        at(liuwan, 'mediation neighbour 2026-08 10/11'),
        at(liuwan, 'mediation debt 2026-07 12/13'),
        at(liuwan, 'consult labour 2026-07 11/12'),
      ],
    ],
    [
      'parts that are too few stay together',
      [cell(10), cell(6, { category: 'debt' }), cell(4, { category: 'land' })],
      [at(liuwan, 'mediation neighbour 2026-07 10/11'), at(liuwan, 'mediation  2026-07 10/12')],
    ],
    [
      'and the smallest that is enough stays with them if they are too few together',
      [cell(30), cell(12, { category: 'debt' }), cell(1, { category: 'land' })],
      [at(liuwan, 'mediation neighbour 2026-07 30/31'), at(liuwan, 'mediation  2026-07 13/15')],
    ],
    [
      'whatever comes first',
      [cell(12, { category: 'debt' }), cell(30), cell(1, { category: 'land' })],
      [at(liuwan, 'mediation neighbour 2026-07 30/31'), at(liuwan, 'mediation  2026-07 13/15')],
    ],
    [
      'desks without a sum are told apart where both of theirs together are enough',
      [
        ...[cell(7), cell(6, { registered: true })],
        ...[cell(6, { unit: songping }), cell(6, { unit: songping, registered: true })],
      ],
      [at(liuwan, 'mediation neighbour 2026-07 13/15'), at(songping, 'mediation neighbour 2026-07 12/14')],
    ],
    [
      'who was asked and did not answer stays with answers',
      [cell(12), cell(0, { category: 'land', asked: 3 })],
      [at(liuwan, 'mediation  2026-07 12/16')],
    ],
    [
      'a sum that a desk has is never mixed with what is not shown',
      [cell(12), cell(3, { registered: true }), cell(7, { unit: songping })],
      // Ten others of the town: three of the same desk, seven of another.
      [at(liuwan, 'mediation neighbour 2026-07 12/13'), 'qingshi 2 mediation neighbour 2026-07 10/12'],
    ],
    [
      'levels of a town are told apart where each has enough',
      [
        cell(9),
        cell(3, { unit: songping }),
        cell(8, { unit: town }),
        cell(4, { unit: town, registered: true }),
      ],
      ['qingshi 2 mediation neighbour 2026-07 12/14', at(town, 'mediation neighbour 2026-07 12/14')],
    ],
    [
      'towns with too few are one of the county, if that is enough',
      [cell(6), cell(6, { unit: xiqiao })],
      ['shili 2 mediation neighbour 2026-07 12/14'],
    ],
    ['towns with too few together are in none', [cell(4), cell(5, { unit: xiqiao })], []],
    [
      'the two times of asking are never together: they are answers of the same people',
      [cell(6), cell(6, { period: 'later', month: '2026-08' })],
      [],
    ],
    [
      'a desk of the county is under the county',
      [cell(10, { unit: county })],
      [`shili ${county} mediation neighbour 2026-07 10/11`],
    ],
  ])('%s', (_, cells, expected) => {
    expect(shown(cells)).toEqual(expected)
  })

  it('name their units in order', () => {
    const [[group] = []] = ratingGroups([cell(6, { unit: songping }), cell(6)]).values()
    expect(group?.units).toEqual([liuwan, songping])
  })

  it('every area of a group is asked for by the readers who have its units', () => {
    expect(groupAreas([liuwan])).toEqual(['qingshi', 'shili'])
    expect(groupAreas([liuwan, songping, xiqiao])).toEqual(['qingshi', 'shili', 'yunxi'])
    expect(groupAreas([])).toEqual([])
  })
})

/** Numbers that are always the same. */
const drawn = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

describe('drawn quarters', () => {
  const quarter = (seed: number): RatingCell[] => {
    const draw = drawn(seed)
    const one = <Value>(list: readonly Value[]): Value => list[Math.floor(draw() * list.length)] as Value
    const units = unitIds().slice(0, 5 + Math.floor(draw() * 20))
    const keys = new Map<string, RatingCell>()
    for (let count = Math.floor(draw() * 300); count > 0; count -= 1) {
      const answered = Math.floor(draw() * 4)
      const next = cell(answered, {
        ...{ unit: one(units), period: one(ratingPeriodIds), registered: draw() < 0.3 },
        ...{
          category: one(categoryIds.slice(0, 4)),
          track: one(trackIds),
          month: `2026-0${7 + Math.floor(draw() * 3)}`,
        },
      })
      keys.set(
        [next.unit, next.period, next.registered, next.category, next.track, next.month].join(' '),
        next,
      )
    }
    return [...keys.values()]
  }
  const baseOf = ({ unit, period, registered }: RatingCell) => `${unit} ${period} ${registered}`

  it('have no group of fewer than ten answers, none twice, and each sum of a desk whole', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const cells = quarter(seed)
      const groups = [...ratingGroups(cells).values()].flat()
      for (const { answered, asked } of groups) {
        expect(answered).toBeGreaterThanOrEqual(fewestRatings)
        expect(asked).toBeGreaterThanOrEqual(answered)
      }
      const sums = [...Map.groupBy(cells, baseOf).values()].map(ratingCount)
      const enough = sums.filter(({ answered }) => answered >= fewestRatings)
      const few = ratingCount(sums.filter(({ answered }) => answered < fewestRatings))
      const all = ratingCount(groups)
      const desks = ratingCount(enough)
      // All that a desk has is in groups; of the rest nothing, or at least ten.
      expect(all.answered - desks.answered).toBeLessThanOrEqual(few.answered)
      const rest = all.answered - desks.answered
      expect(rest === 0 || rest >= fewestRatings).toBe(true)
      expect(ratingGroups(cells)).toEqual(ratingGroups(cells))
    }
  })

  it('an attribute that a group names is that of all its answers', () => {
    const cells = quarter(7).map((one) => ({ ...one, answered: one.answered + 12, asked: one.asked + 12 }))
    const groups = [...ratingGroups(cells).values()].flat()
    const of = (is: (part: RatingCell | RatingGroup) => boolean) =>
      [ratingCount(groups.filter(is)).answered, ratingCount(cells.filter(is)).answered] as const
    for (const category of categoryIds) {
      const [grouped, counted] = of((part) => part.category === category)
      expect(grouped).toBe(counted)
    }
    for (const track of trackIds) expect(new Set(of((part) => part.track === track)).size).toBe(1)
  })
})
