import { Hono } from 'hono'
import { guessWindow } from '#domain/basics/bounds.ts'
import { codeMessages } from '#domain/filing/messages.ts'
import { publicJson } from '#domain/following/public-view.ts'
import { actions, api } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { readJson } from '#http/json.ts'
import { problem } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { type OpenFault, openCase, viewOf } from './open-case.ts'

const statusOf: Record<OpenFault, 404 | 422 | 429> = {
  empty: 422,
  numberGiven: 422,
  digits: 422,
  checkDigit: 422,
  unknown: 404,
  wrongCaseNumber: 404,
  caseNumber: 429,
}

/** Answer for a code that staff have seen (代录): its holder must first take their own code on the site. */
const temporary = {
  title: '先换一个查询码',
  detail: `请用浏览器打开 ${actions.trackNewCode}，换一个只有自己知道的。`,
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** POST /api/v1/cases/track: the public view of a case in one call, without a session. */
export const trackingApi = (ports: Ports<FollowingStore>): Hono =>
  new Hono().post(api.track, async (c) => {
    const body = await readJson(c)
    if (!body.ok) return body.error
    const entered = {
      trackingCode: textOf(body.value['trackingCode']),
      caseNumber: textOf(body.value['caseNumber']),
    }
    const opened = await openCase(ports, entered, addressPrefixes(ports.clientAddress(c.req.raw)))
    if (opened.ok && opened.value.holder.staffSaw) return problem(c, { status: 409, ...temporary })
    if (opened.ok) {
      c.header('cache-control', 'no-store')
      return c.json(publicJson(await viewOf(ports, opened.value)))
    }
    const fault = opened.error
    const message = codeMessages[fault]
    const status = statusOf[fault]
    if (status === 404) return problem(c, { status, title: message })
    if (status === 429) c.header('retry-after', String(guessWindow / 1000))
    const [field, code] = fault === 'caseNumber' ? ['caseNumber', 'required'] : ['trackingCode', fault]
    return problem(c, { status, title: message, errors: [{ field, code, message }] })
  })
