import { type Context, Hono } from 'hono'
import { guessWindow, units } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { codeMessages } from '#domain/filing/messages.ts'
import { publicJson } from '#domain/following/public-json.ts'
import { actions, api } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { readJson } from '#http/json.ts'
import { problem } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { Also, FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { shownIn } from './files/shown-file.ts'
import { openAnswer } from './open-answer.ts'
import { type OpenFault, openCase } from './open-case.ts'
import { viewOf } from './view-of.ts'

const statusOf: Record<OpenFault, 404 | 422 | 429> = {
  empty: 422,
  numberGiven: 422,
  digits: 422,
  checkDigit: 422,
  unknown: 404,
  wrongCaseNumber: 404,
  caseNumber: 429,
}

/** Answer where a code that staff have seen is not enough: its holder must first take their own on the site. */
const temporary = {
  title: '先换一个查询码',
  detail: `请用浏览器打开 ${actions.trackNewCode}，换一个只有自己知道的。`,
}

/** A property of a JSON body as text; empty if it is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * The case of the code in the body of a call, or the problem to answer with. Every answer is `no-store`.
 * @param own a code that staff have seen is refused: what it does must be its holder's own
 * @param also what the answer has beside the newest messages
 */
export const openFor = async (
  c: Context,
  ports: Ports<FollowingStore>,
  body: Record<string, unknown>,
  { own = false, also }: { own?: boolean; also?: Also } = {},
): Promise<Result<FollowedCase, Response>> => {
  const entered = { trackingCode: textOf(body['trackingCode']), caseNumber: textOf(body['caseNumber']) }
  const opened = await openCase(ports, entered, addressPrefixes(ports.clientAddress(c.req.raw)), also)
  if (own && opened.ok && opened.value.holder.staffSaw) return fail(problem(c, { status: 409, ...temporary }))
  if (opened.ok) {
    c.header('cache-control', 'no-store')
    return ok(opened.value)
  }
  const fault = opened.error
  const message = codeMessages[fault]
  const status = statusOf[fault]
  if (status === 404) return fail(problem(c, { status, title: message }))
  if (status === 429) c.header('retry-after', String(guessWindow / 1000))
  const [field, code] = fault === 'caseNumber' ? ['caseNumber', 'required'] : ['trackingCode', fault]
  return fail(problem(c, { status, title: message, errors: [{ field, code, message }] }))
}

/** POST /api/v1/cases/track: the public view of a case in one call, without a session. */
export const trackingApi = (ports: Ports<FollowingStore>): Hono =>
  new Hono().post(api.track, async (c) => {
    const body = await readJson(c)
    if (!body.ok) return body.error
    const opened = await openFor(c, ports, body.value)
    if (!opened.ok) return opened.error
    const before = textOf(body.value['before']).slice(0, units.short)
    const followed = await openAnswer(ports, opened.value)
    const view = await viewOf(ports, followed, before)
    return c.json(publicJson(view, await shownIn(ports, followed)))
  })
