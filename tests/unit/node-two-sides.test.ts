import { expect, it } from 'vitest'
import { day, hour } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import { actions } from '#domain/routes/site.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { filledForm } from '#http/form.ts'
import { conclude } from '../../functions/desk/agreement/conclude.ts'
import { readAgreement } from '../../functions/desk/agreement/read-agreement.ts'
import { writeDraft } from '../../functions/desk/agreement/write-draft.ts'
import { openCase } from '../../functions/desk/case/open-case.ts'
import * as calls from '../generated/client/index.ts'
import { done } from '../support/client.ts'
import { nodeClient } from '../support/node-app.ts'
import { codeOn, otherSide, wordsForThem } from '../support/other-side.ts'

/** rules.md R54 and R68: both sides of a case, played on Node with the client made from the OpenAPI document. */

const origin = 'http://localhost'
const member: StaffMember = {
  ...{ id: 'li', username: 'li', name: '李调解', unit: 'qingshi-liuwan-committee' },
  role: 'lead',
}
const asText = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const { app, ports, client, file, move } = nodeClient()

const post = (path: string, fields: Record<string, string>, cookie = '') =>
  app.request(`${origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      origin,
      cookie,
    },
  })

/** The code that somebody takes who was given one by staff. */
const ownCode = async (given: string): Promise<string> => {
  const cookie = cookieOf(await post(actions.trackOpen, { trackingCode: given }))
  const both = `${cookie}; ${cookieOf(await post(actions.trackNewCode, {}, cookie))}`
  const page = await (
    await app.request(`${origin}${actions.trackCode}`, { headers: { cookie: both } })
  ).text()
  const [, name = '', value = ''] =
    /name="([^"]+)" value="([^"]+)"/.exec(page.slice(page.indexOf(actions.trackCode))) ?? []
  await post(actions.trackCode, { [name]: value }, both)
  return codeOn(page)
}

/** A case whose words for the other side were approved and given; both sides with codes of their own. */
const bothSides = async () => {
  const { caseNumber, trackingCode } = await file()
  await move(caseNumber, 'accepted', { subject: '屋檐滴水' })
  const { name: otherName, phone: otherPhone } = otherSide
  await move(caseNumber, 'party', { otherName, otherPhone, gotFrom: 'complainant' })
  await move(caseNumber, 'invitation', { whom: '2', invitation: wordsForThem })
  const mine = await done(calls.followCase({ client, body: { trackingCode } }))
  expect([mine.side, mine.invitation?.text]).toEqual(['complainant', wordsForThem])
  const seq = mine.invitation?.seq ?? 0
  const unseen = await calls.answerInvitation({ client, body: { trackingCode, seq: seq + 1, agree: true } })
  expect(unseen.error?.status).toBe(409)
  await done(calls.answerInvitation({ client, body: { trackingCode, seq, agree: true } }))
  const given = (await move(caseNumber, 'invited')).trackingCode ?? ''
  const theirs = { trackingCode: await ownCode(given) }
  expect((await calls.followCase({ client, body: { trackingCode: given } })).error?.status).toBe(404)
  return { caseNumber, own: { trackingCode }, theirs }
}
const track = (body: { trackingCode: string }) => done(calls.followCase({ client, body }))

it('on Node, words are approved, and the other side agrees, writes and stops', async () => {
  const { caseNumber, own, theirs } = await bothSides()
  expect(await track(theirs)).toMatchObject({ side: 'other', turn: 'you', clocks: [] })
  expect((await track(theirs)).messages.map(({ text }) => text)).toEqual([wordsForThem])

  await done(calls.sayWhetherToTalk({ client, body: { ...theirs, agree: true } }))
  await done(calls.writeMessage({ client, body: { ...theirs, text: '周末才回来。' } }))
  await move(caseNumber, 'mediating')
  const both = await track(own)
  expect(both.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['agreed', 'mediating']))
  expect(JSON.stringify(both)).not.toContain('周末才回来')
  await done(calls.sayWhetherToTalk({ client, body: { ...theirs, agree: false } }))
  await expect(move(caseNumber, 'settled')).rejects.toThrow('refused')
})

it('on Node, both sides choose a time, read one draft, sign it and perform it', async () => {
  const { caseNumber, own, theirs } = await bothSides()
  await done(calls.sayWhetherToTalk({ client, body: { ...theirs, agree: true } }))
  await move(caseNumber, 'mediating')
  const comers = ['1', '2']
  const inTwoDays = Math.floor((Date.now() + 2 * day) / day) * day + 2 * hour
  const meeting = { comers, mediator: member.id, length: 60, room: 'first', time1: inTwoDays } as const
  await move(caseNumber, 'times-proposed', meeting)
  for (const body of [own, theirs]) {
    const open = (await track(body)).times?.open
    const choose = open?.slots.map(({ id }) => id) ?? []
    expect(choose).toHaveLength(1)
    await done(calls.chooseTimes({ client, body: { ...body, choose } }))
  }
  const at = async () => {
    const deskCase = await openCase(ports, member, caseNumber)
    if (!deskCase) throw new Error('no case')
    return deskCase
  }
  const { session } = (await at()).events.find(({ kind }) => kind === 'times-proposed')?.data ?? {}
  await move(caseNumber, 'session-set', { fix: `${session?.id}-${session?.slots?.[0]?.id}` })
  for (const body of [own, theirs]) expect((await track(body)).times?.planned).toHaveLength(1)

  const item = { what: '在屋檐装檐沟', by: ['2'], to: ['1'], yuan: '', due: '', times: '' }
  const typed = { facts: '新檐的水落进院内。', how: '', makers: [], mediators: [member.id], items: [item] }
  const deskCase = await at()
  const view = await readAgreement(ports, member, deskCase)
  const seen = deskCase.record.headSeq
  const written = await writeDraft(ports, view, { by: member, seen, typed, colleagues: [member] })
  expect(written.ok).toBe(true)
  const texts = await Promise.all([own, theirs].map((body) => done(calls.readAgreement({ client, body }))))
  expect(texts[0]).toEqual(texts[1])
  const [{ version } = { version: 0 }] = texts
  for (const body of [own, theirs])
    await done(calls.markAgreementRead({ client, body: { ...body, version } }))

  const today = dayOf(Date.now())
  const fields = { version, seen: (await at()).record.headSeq, form: 'written', sure: 'true' }
  const days = { signed1: today, signed2: today, sealedOn: today }
  const concluded = await conclude(ports, await at(), member, filledForm(asText({ ...fields, ...days })))
  expect(concluded.ok).toBe(true)
  expect([(await track(own)).status, (await track(theirs)).status]).toEqual(['settled', 'settled'])
  await done(calls.sayOfItem({ client, body: { ...theirs, item: 1, says: 'done' } }))
  await done(calls.sayOfItem({ client, body: { ...own, item: 1, says: 'received' } }))
  const early = await calls.sayOfItem({ client, body: { ...theirs, item: 1, says: 'done' } })
  expect(early.error?.status).toBe(409)
})
