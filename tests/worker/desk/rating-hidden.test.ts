import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { type Role, roleIds } from '#domain/staff/staff.ts'
import { drawing, ended, type Filed, low, rate, ratingRows } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { tuesday } from '../../support/world.ts'

/**
 * No role reads, changes or deletes a rating: every role at every level asks every route of the desk, with every method,
 * about a case that was rated low (docs/adr/0038-ratings.md).
 */

const units = [
  'qingshi-liuwan-1-grid',
  'qingshi-liuwan-committee',
  'qingshi-centre',
  'qingshi-committee',
  'shili-centre',
  'shili-petition',
] as const

let world: DeskWorld
let filed: Filed
beforeAll(async () => {
  world = makeDeskWorld(tuesday)
  filed = await ended(world)
  await rate(drawing(world, true), filed, low)
  // The look and the call wait on desks above.
  world.time.now += 8 * day
})

/** Every path of the desk, about this case, with the methods it answers. */
const routes = () =>
  [
    ...new Set(
      world.deskApp.routes
        .filter(({ method, path }) => method !== 'ALL' && !path.includes('*') && path.startsWith('/desk'))
        .map(({ path }) => path),
    ),
  ].map((path) =>
    path
      .replace(':number', filed.caseNumber)
      .replace(':seq', '3')
      .replace(':kind', 'noted')
      .replace(/:\w+(\{[^}]*\})?/g, 'x'),
  )

const asked = ['', '?list=below', '?all=1']
/** Words that only a rating contains: its line, and the choices of the form. */
const telling = /大呼小叫|待您|很不好|没有解决/

const visit = async (role: Role, unit: string) =>
  visitDesk(world, (await signInAs(world, { unit, role })).cookie)

describe.each(roleIds.flatMap((role) => units.map((unit) => [role, unit] as const)))(
  '%s at %s',
  (role, unit) => {
    it('reads nothing of a rating on any page', async () => {
      const by = await visit(role, unit)
      let pages = 0
      for (const path of routes())
        for (const query of asked) {
          const answer = await by.get(`${path}${query}`)
          expect(answer.status, path).toBeLessThan(500)
          const html = (await answer.text()).split('<main')[1] ?? ''
          if (answer.status === 200) pages += 1
          // The headings of the sums name the choices; there is no sum of one.
          const text = path === deskPages.ratings.path ? html.replaceAll(/<th[^>]*>[^<]*/g, '') : html
          expect(text.replaceAll(/data-l="[^"]*"/g, ''), `${path}${query}`).not.toMatch(telling)
        }
      expect(pages).toBeGreaterThan(5)
    })

    it('changes and deletes none with any post', async () => {
      const by = await visit(role, unit)
      const before = await ratingRows(world, filed)
      const fields = {
        case: filed.caseNumber,
        number: filed.caseNumber,
        result: 'solved',
        treated: '5',
        text: '好',
      }
      for (const path of [...routes(), '/track/rate', '/api/v1/cases/rating']) {
        const answer = await by.post(path, fields)
        expect(answer.status, path).toBeLessThan(500)
        for (const method of ['PUT', 'PATCH', 'DELETE']) {
          const other = await world.desk(path, { method, headers: { cookie: by.cookies() } })
          expect(other.status, `${method} ${path}`).toBeGreaterThanOrEqual(300)
        }
      }
      expect(await ratingRows(world, filed)).toEqual(before)
    })
  },
)

it('the routes of this table are those of the desk, the look, the call and the sums among them', () => {
  const paths = routes()
  expect(paths.length).toBeGreaterThan(40)
  for (const path of [deskPages.ratings.path, `/desk/cases/${filed.caseNumber}/look`, '/desk/log'])
    expect(paths).toContain(path)
})

it('the store that the desk has gives out no rating, but in the sums', () => {
  const parts = Object.keys(world.deskPorts.store).filter((name) => /rat(e|ing)/i.test(name))
  // Of these, the scheduler closes, counts and narrows.
  expect(parts.sort()).toEqual([
    'closeRatings',
    'countedRatings',
    'doneRatingTasks',
    'narrowRatingTasks',
    'rate',
    'ratingFigures',
    'ratingGroups',
    'ratingTasks',
    'setRatingTaskAside',
  ])
})
