import { beforeEach, describe, expect, it } from 'vitest'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** What a head of town or county sees of late and red cases below. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
  await world.db.prepare('UPDATE cases SET next_change_at = NULL').run()
})

const today = async (unit: string) => {
  const { headers } = await signInAs(world, { unit, role: 'lead' })
  const html = await (await world.desk('/desk/', { headers })).text()
  const [, below = ''] = html.split('下级要盯的')
  const rows = below.split('<tr>').slice(2)
  return rows.map((row) => ({
    name: /<th scope="row">([^<]+)/.exec(row)?.[1],
    counts: [...row.matchAll(/<td data-l="[^"]+">(?:<a [^>]*><b>)?(\d+)/g)].map(([, n]) => Number(n)),
    links: [...row.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
  }))
}

describe('the Today of a unit with others below', () => {
  it('counts what is due, overdue or red there by area, with a link to each list', async () => {
    for (const region of ['qingshi-liuwan', 'qingshi-liuwan', 'qingshi-songping', 'yunxi-xiqiao'])
      await file(world, { region })
    expect(await today('shili-centre')).toEqual([])
    world.time.now += 10 * 86_400_000
    await file(world, { region: 'nanping-xiaping' })
    await refreshCases({ ...world.ports, erasures: null })
    const county = await today('shili-centre')
    expect(county.map(({ name, counts }) => [name, ...counts])).toEqual([
      ['青石镇', 3, 3],
      ['云溪镇', 1, 1],
    ])
    expect(county[0]?.links).toEqual([
      '/desk/cases/?list=below&due=1&at=qingshi',
      '/desk/cases/?list=below&colour=3&at=qingshi',
    ])
    expect((await today('qingshi-committee')).map(({ name, counts }) => [name, ...counts])).toEqual([
      ['柳湾村', 2, 2],
      ['松坪村', 1, 1],
    ])
    // A unit that sees only its own desk has no such table.
    expect(await today('shili-medical')).toEqual([])
  })

  it('leaves out a case that its level must not know of', async () => {
    await file(world, { about: 'town-staff' })
    await file(world, { track: 'complaint', about: 'county-staff', address: '柳湾村' })
    world.time.now += 40 * 86_400_000
    await refreshCases({ ...world.ports, erasures: null })
    for (const unit of ['qingshi-committee', 'shili-centre']) expect(await today(unit)).toEqual([])
  })
})
