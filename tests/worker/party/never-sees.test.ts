import { beforeAll, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import {
  agreementPath,
  casePath,
  deskPages,
  dossierPath,
  invitationPath,
  movePath,
} from '#domain/routes/desk.ts'
import { api } from '#domain/routes/site.ts'
import { dossierData } from '#generated/desk.ts'
import { fileForm, small } from '../../support/evidence.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { codeOn, otherSide } from '../../support/other-side.ts'
import { shownByRoutes } from '../../support/side-walk.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { rightFiling, tuesday } from '../../support/world.ts'

/**
 * What each side can never see (docs/adr/0042-the-other-party.md), over every route of the public Worker and every paper that
 * the desk hands to a side. Both lists are those of the Workers: a new route is walked, or must be named here.
 */

const village = 'qingshi-liuwan-committee'
type SideName = 'complainant' | 'other'

/** Papers of the desk that are handed to somebody; for documents their data say to whom. */
const handed: Record<string, (number: string) => [address: string, to: SideName[]][]> = {
  [invitationPath(':number')]: (number) => [[invitationPath(number), ['other']]],
  [agreementPath(':number', 'print')]: (number) => [
    [agreementPath(number, 'print'), ['complainant', 'other']],
  ],
  [agreementPath(':number', 'court')]: (number) => [
    [agreementPath(number, 'court'), ['complainant', 'other']],
  ],
  [`${casePath(':number')}/certificate`]: (number) => [[`${casePath(number)}/certificate`, ['complainant']]],
  [`${casePath(':number')}/certificate/:party`]: (number) => [
    [`${casePath(number)}/certificate/2`, ['other']],
  ],
}

const audiences: Record<string, SideName[]> = {
  applicant: ['complainant'],
  other: ['other'],
  both: ['complainant', 'other'],
  file: [],
  outside: [],
}

/** Documents, by the links of the list. */
const documents = [`${dossierPath(':number')}/:document`, `${dossierPath(':number')}/:document/:sheet`]

/** Read by staff alone; each has tests of who of them may. */
const inside = [
  ...['', '/trace', '/hand-over', '/report', '/story-draft', '/evidence', '/files', '/files/:id'],
  ...['/files/:id/content', '/look', '/call', '/:kind', '/done/:seq', '/agreement', '/agreement/conclude'],
  // The minutes are words of the record; who was there signs them at the table.
  ...['/dossier', '/dossier/all', '/meetings/:id/calendar', '/meetings/:id/minutes'],
].map((path) => `${casePath(':number')}${path}`)

let world: DeskWorld
const shown: Record<SideName, Record<string, string>> = { complainant: {}, other: {} }

const give = async ({ trackingCode }: Filed, caption: string) => {
  const form = fileForm({ trackingCode, caption }, small.png)
  expect((await world.request(api.files, { method: 'POST', ...form })).status).toBe(201)
}

/** Words that nobody of the other side may read, or the complainant, or neither. */
const secret = {
  complainant: [
    '申请人的经过',
    '申请人的诉求',
    '申请人说的',
    '回给申请人的',
    '申请人的墙',
    rightFiling.phone,
  ],
  other: ['二号的原话', '回给二号的话', '二号的墙', otherSide.phone],
  desk: ['内部的话', '笔录里说的', '笔录里提的办法', '没谈成的内部理由', '改期的内部理由'],
}

beforeAll(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_session').run()
  const sides = twoSides(world)
  const filed = await sides.drafted({ narrative: '申请人的经过', request: '申请人的诉求' })
  await sides.approve(filed)
  const staff = await staffAt(world, village)
  const { caseNumber } = filed
  const seen = async () => String((await eventsOf(world, filed)).length)
  await staff.post(movePath(caseNumber, 'invited'), { seen: await seen() })
  const slip = await (await staff.get(deskPages.registered.path)).text()
  shown.other['slip'] = slip
  const theirs = await sides.withOwnCode(filed, codeOn(slip))
  await holder(world, theirs).call(api.consent, { agree: true })
  await holder(world, filed).call(api.messages, { text: '申请人说的' })
  await holder(world, theirs).call(api.messages, { text: '二号的原话' })
  const make = async (kind: Parameters<typeof sides.make>[1], input: MoveInput) =>
    sides.make(filed, kind, input)
  await make('message', { message: '回给申请人的' })
  await make('told', { whom: '2', otherMessage: '回给二号的话' })
  await make('noted', { reason: '内部的话' })
  await give(filed, '申请人的墙')
  await give(theirs, '二号的墙')
  await make('mediating', {})
  const at = (day: string) => Date.parse(`${day}T09:30:00+08:00`)
  const both: MoveInput = { comers: ['1', '2'], length: 60, room: 'first', mediator: staff.id }
  await make('session-arranged', { ...both, time1: at('2026-12-01') })
  const idOf = async () => String((await eventsOf(world, filed)).at(-1)?.data.session?.id)
  await make('session-postponed', { meeting: await idOf(), reason: '改期的内部理由' })
  await make('session-arranged', { ...both, time1: at('2026-11-25') })
  const meeting = await idOf()
  world.time.now = at('2026-11-25') + 7_200_000
  await make('session-held', {
    ...{ meeting, present: '都到了', said: '笔录里说的', proposals: '笔录里提的办法', outcome: '再谈' },
  })
  const again = await staffAt(world, village)
  const drafted = await again.post(agreementPath(caseNumber), {
    ...{ seen: await seen(), mediators: staff.id, facts: '檐水落进院内。' },
    ...{ what1: '装檐沟', by1: '2', to1: '1', due1: '2026-12-05' },
  })
  expect(drafted.status).toBe(303)
  const concluded = await again.post(agreementPath(caseNumber, 'conclude'), {
    ...{ seen: await seen(), version: '1', form: 'oral', sure: 'true', agreedOn: '2026-11-25' },
  })
  expect(concluded.status).toBe(303)

  // Papers.
  const paper = async (address: string, to: readonly SideName[]) => {
    const answer = await again.get(address)
    expect(answer.status, address).toBe(200)
    const text = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? ''
    for (const side of to) shown[side][address] = text
  }
  for (const papers of Object.values(handed))
    for (const [address, to] of papers(caseNumber)) await paper(address, to)
  const list = await again.text(dossierPath(caseNumber))
  for (const [, address = ''] of list.matchAll(/href="(\/desk\/cases\/[^"]*\/dossier\/[^"]+)"/g)) {
    const id = address.split('/')[5] ?? ''
    const found = dossierData.documents.find((one) => one.id === id)
    if (found) await paper(address, audiences[found.for] ?? [])
  }

  // Pages and calls.
  const files = (await eventsOf(world, filed)).flatMap(({ data }) => data.file?.id ?? [])
  expect(files).toHaveLength(2)
  for (const [side, one] of [
    ['complainant', filed],
    ['other', theirs],
  ] as const)
    Object.assign(shown[side], await shownByRoutes(world, one, files))
}, 240_000)

it.each<[SideName, string[], string[]]>([
  ['complainant', [...secret.other, ...secret.desk], ['申请人说的', '申请人的墙']],
  ['other', [...secret.complainant, ...secret.desk], ['二号的原话', '二号的墙']],
])('the %s never sees what is not theirs, on any page, call or paper', (side, never, own) => {
  const found = Object.entries(shown[side]).flatMap(([address, text]) =>
    never.flatMap((word) => (text.includes(word) ? `${address} ${word}` : [])),
  )
  expect(found).toEqual([])
  const all = Object.values(shown[side]).join('\n')
  expect(own.filter((word) => !all.includes(word))).toEqual([])
})

it('each served file is the holder’s own alone', () => {
  for (const side of ['complainant', 'other'] as const) {
    const bytes = Object.entries(shown[side]).filter(
      ([address, text]) => /^GET .*\/content$/.test(address) && text.includes('PNG'),
    )
    expect(bytes, side).toHaveLength(1)
  }
})

it('every address of the desk about one case is a paper of somebody, or read by staff alone', () => {
  const routes = world.deskApp.routes.flatMap(({ method, path }) =>
    method === 'GET' && path.startsWith(casePath(':number')) ? path : [],
  )
  const known = [...Object.keys(handed), ...documents, ...inside]
  expect([...new Set(routes)].filter((path) => !known.includes(path))).toEqual([])
  expect(known.filter((path) => !routes.includes(path))).toEqual([])
})
