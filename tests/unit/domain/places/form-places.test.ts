import { expect, it } from 'vitest'
import type { Area } from '#domain/content/regions.ts'
import { townsAndVillages } from '#domain/places/areas.ts'
import {
  asksTownFirst,
  formPlaces,
  villageOr,
  villagesOnForm,
  villagesToAsk,
} from '#domain/places/form-places.ts'

/** Where the form lists villages, and where it asks for the town first. */

const area = (level: Area['level'], id: string, parent: string): Area => ({ id, level, parent, name: id })
const places = (villages: number) => [
  {
    town: area('town', 'east', 'county'),
    villages: Array.from({ length: villages - 1 }, (_, at) => area('village', `east-${at}`, 'east')),
  },
  { town: area('town', 'west', 'county'), villages: [area('village', 'west-0', 'west')] },
]
const listed = (chosen: string, count: number) =>
  formPlaces(chosen, places(count)).map(({ town, villages }) => [town.id, villages.length])

it.each([
  ['a county with as many villages as fit lists all of them', villagesOnForm, '', [villagesOnForm - 1, 1]],
  ['a county with one more lists its towns alone', villagesOnForm + 1, '', [0, 0]],
  ['a chosen town keeps the list of its villages', villagesOnForm + 1, 'west', [0, 1]],
  ['a chosen village keeps the list of its town', villagesOnForm + 1, 'east-3', [villagesOnForm, 0]],
  ['a place that is none opens no list', villagesOnForm + 1, 'nowhere', [0, 0]],
])('%s', (_, count, chosen, [east, west]) => {
  expect(listed(chosen, count)).toEqual([
    ['east', east],
    ['west', west],
  ])
})

it('the check page asks for a village of a town in a large county, and nowhere else', () => {
  const [small, large] = [places(villagesOnForm), places(villagesOnForm + 1)]
  expect([asksTownFirst(small), asksTownFirst(large)]).toEqual([false, true])
  expect(villagesToAsk('west', large).map(({ id }) => id)).toEqual(['west-0'])
  for (const [region, county] of [
    ['west-0', large],
    ['nowhere', large],
    ['west', small],
  ] as const)
    expect(villagesToAsk(region, county)).toEqual([])
})

it('a village takes the place of its own town only', () => {
  const [one, other] = townsAndVillages()
  const [village, foreign] = [one?.villages[0]?.id ?? '', other?.villages[0]?.id ?? '']
  const town = one?.town.id ?? ''
  expect(villageOr(town, village)).toBe(village)
  for (const wrong of [foreign, town, '', 'nowhere']) expect(villageOr(town, wrong)).toBe(town)
})
