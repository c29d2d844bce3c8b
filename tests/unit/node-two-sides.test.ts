import { expect, it } from 'vitest'
import { actions } from '#domain/routes/site.ts'
import * as calls from '../generated/client/index.ts'
import { done } from '../support/client.ts'
import { nodeClient } from '../support/node-app.ts'
import { codeOn, otherSide, wordsForThem } from '../support/other-side.ts'

/** rules.md R54 and R68: both sides of a case, played on Node with the client made from the OpenAPI document. */

const origin = 'http://localhost'
const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const { app, client, file, move } = nodeClient()

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

it('on Node, words are approved, and the other side agrees, writes and stops', async () => {
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
  const track = () => done(calls.followCase({ client, body: theirs }))
  expect(await track()).toMatchObject({ side: 'other', turn: 'you', clocks: [] })
  expect((await track()).messages.map(({ text }) => text)).toEqual([wordsForThem])

  await done(calls.sayWhetherToTalk({ client, body: { ...theirs, agree: true } }))
  await done(calls.writeMessage({ client, body: { ...theirs, text: '周末才回来。' } }))
  await move(caseNumber, 'mediating')
  const both = await done(calls.followCase({ client, body: { trackingCode } }))
  expect(both.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['agreed', 'mediating']))
  expect(JSON.stringify(both)).not.toContain('周末才回来')
  await done(calls.sayWhetherToTalk({ client, body: { ...theirs, agree: false } }))
  await expect(move(caseNumber, 'settled')).rejects.toThrow('refused')
})
