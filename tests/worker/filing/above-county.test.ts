import { describe, expect, it } from 'vitest'
import { actions } from '#domain/routes/site.ts'
import { makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, file, postForm, rightFiling } from '../../support/world.ts'

/** Where nobody in the county is above a desk, its pages name the petition office of the city, and 12345. */

const words = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const outside = '对县里怎么办不满意，可以找市信访局，也可以打 12345。'
const atDesk = '往上没有可以交的单位了。要往上报，受理以后用“移送”交给上级信访部门（市信访局）'

const county = [
  ['the centre', 'shili-centre', { about: 'unknown' }],
  ['the centre, in danger', 'shili-centre', { danger: true, contact: { mayCall: true } }],
  ['the petition office', 'shili-petition', { about: 'county-staff', track: 'complaint' }],
  ['a committee of the county', 'shili-labour', { category: 'labour' }],
] as const
const below = [
  ['the village', 'qingshi-liuwan-committee', {}],
  ['the town', 'qingshi-office', { about: 'village-cadre', track: 'complaint' }],
] as const

describe.each([
  ...county.map((row) => [...row, true] as const),
  ...below.map((row) => [...row, false] as const),
])('a case that starts at %s', (_, unit, changes, named) => {
  it(`${named ? 'names' : 'does not name'} the petition office of the city`, async () => {
    const world = makeDeskWorld()
    const { contact, ...plain } = { contact: undefined, ...changes }
    const fields = { ...rightFiling, ...plain, ...(contact && { 'contact.mayCall': 'true' }) }
    const check = await (await postForm(world, actions.fileCheck, fields)).text()
    const token = /name="sendToken" value="([^"]+)"/.exec(check)?.[1] ?? ''
    const slip = await (await postForm(world, actions.fileSend, { ...fields, sendToken: token })).text()
    const { caseNumber, trackingCode } = await file(world, changes)
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
    const page = await (await world.request(actions.trackCase, { headers: { cookie } })).text()
    const staff = await signInAs(world, { unit, role: 'handler' })
    const desk = await (await visitDesk(world, staff.cookie).get(`/desk/cases/${caseNumber}`)).text()
    expect(slip).toContain('您的查询码')
    for (const html of [check, slip, page]) {
      expect(html).toContain('<main')
      expect(words(html).includes(outside)).toBe(named)
    }
    expect(words(desk).includes(atDesk)).toBe(named)
  })
})

it('the desk is told so only while the case is open and its own', async () => {
  const world = makeDeskWorld()
  const { caseNumber } = await file(world, { about: 'county-staff', track: 'complaint' })
  const visit = visitDesk(world, (await signInAs(world, { unit: 'shili-petition', role: 'handler' })).cookie)
  const path = `/desk/cases/${caseNumber}`
  const text = async () => words(await (await visit.get(path)).text())
  expect(await text()).toContain(atDesk)
  const fields = { seen: '2', message: '这件归纪委管。', body: '县纪委监委' }
  expect((await visit.post(`${path}/declined`, { ...fields, sure: 'true' })).status).toBe(303)
  expect(await text()).not.toContain(atDesk)
})
