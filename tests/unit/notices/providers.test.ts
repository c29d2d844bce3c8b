import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '#domain/notices/attempts.ts'
import { aliyun } from '../../../functions/notices/aliyun.ts'
import { local } from '../../../functions/notices/local.ts'
import type { Provider } from '../../../functions/notices/provider.ts'
import { tencent } from '../../../functions/notices/tencent.ts'
import { webhook, webhookSignature } from '../../../functions/notices/webhook.ts'
import { wecom } from '../../../functions/notices/wecom.ts'
import { type Behaviour, startReceiver } from '../../support/receiver.ts'

/** What each provider makes of what a real server on this machine answers. */

const now = Date.parse('2026-11-24T10:00:00+08:00')
const clock = () => now
const message = { id: 'a'.repeat(32), to: '13800000000', text: '您有新消息，请用查询码查看' }
const secret = 'k'.repeat(32)

const json = (body: unknown, status = 200): Behaviour => ({ status, body: JSON.stringify(body) })
const ali = (code: string) => json({ Code: code, Message: '', RequestId: '1' })
const ten = (code: string) => json({ Response: { SendStatusSet: [{ Code: code }], RequestId: '1' } })
const tenError = (code: string) => json({ Response: { Error: { Code: code, Message: '' }, RequestId: '1' } })

const makers: Record<string, (url: string) => Provider> = {
  webhook: (url) => webhook({ url, secret }, clock),
  aliyun: (endpoint) =>
    aliyun(
      { endpoint, accessKeyId: 'id', accessKeySecret: 'key', signName: '六尺巷', templateCode: 'SMS_1' },
      clock,
    ),
  tencent: (endpoint) =>
    tencent(
      {
        ...{ endpoint, region: 'ap-guangzhou', secretId: 'id', secretKey: 'key' },
        ...{ sdkAppId: '1400', signName: '六尺巷', templateId: '77' },
      },
      clock,
    ),
  wecom: (url) => wecom(url),
}

const outcomes: [provider: string, answers: string, behaviour: Behaviour, outcome: Outcome][] = [
  ['webhook', '204', { status: 204 }, 'sent'],
  ['webhook', '200 after a second', { status: 200, after: 1000 }, 'sent'],
  ['webhook', '409, because it has our id', { status: 409 }, 'sent'],
  ['webhook', '401', { status: 401 }, 'again'],
  ['webhook', '404', { status: 404 }, 'again'],
  ['webhook', '422', { status: 422 }, 'refused'],
  ['webhook', '429', { status: 429 }, 'again'],
  ['webhook', '503', { status: 503 }, 'again'],
  ['webhook', '500', { status: 500 }, 'unsure'],
  ['webhook', '408', { status: 408 }, 'unsure'],
  ['webhook', '504', { status: 504 }, 'unsure'],
  ['webhook', 'a redirect', { status: 307, headers: { location: '/elsewhere' } }, 'again'],
  ['webhook', 'nothing and ends the connection', 'cut', 'unsure'],
  ['webhook', 'nothing for ever', 'stall', 'unsure'],
  ['aliyun', 'OK', ali('OK'), 'sent'],
  ['aliyun', 'a wrong number', ali('isv.MOBILE_NUMBER_ILLEGAL'), 'refused'],
  ['aliyun', 'too many', ali('isv.BUSINESS_LIMIT_CONTROL'), 'again'],
  ['aliyun', 'no money', ali('isv.AMOUNT_NOT_ENOUGH'), 'stopped'],
  ['aliyun', 'no money, with 400', json({ Code: 'isv.AMOUNT_NOT_ENOUGH' }, 400), 'stopped'],
  ['aliyun', 'a template that waits, with 400', json({ Code: 'isv.SMS_TEMPLATE_ILLEGAL' }, 400), 'stopped'],
  ['aliyun', 'a wrong number, with 400', json({ Code: 'isv.MOBILE_NUMBER_ILLEGAL' }, 400), 'refused'],
  ['aliyun', 'something new, with 400', json({ Code: 'isv.NEW' }, 400), 'again'],
  ['aliyun', '400 and a page', { status: 400, body: '<html>' }, 'again'],
  ['aliyun', '500 and a code', json({ Code: 'isv.MOBILE_NUMBER_ILLEGAL' }, 500), 'unsure'],
  ['aliyun', 'an unknown key', json({ Code: 'InvalidAccessKeyId.NotFound' }, 404), 'stopped'],
  ['aliyun', 'too many requests', json({ Code: 'Throttling.User' }, 429), 'again'],
  ['aliyun', 'a page', { status: 200, body: '<html>' }, 'unsure'],
  ['aliyun', 'nothing and ends the connection', 'cut', 'unsure'],
  ['tencent', 'Ok', ten('Ok'), 'sent'],
  ['tencent', 'a wrong number', ten('InvalidParameterValue.IncorrectPhoneNumber'), 'refused'],
  ['tencent', 'a number on its list', ten('FailedOperation.PhoneNumberInBlacklist'), 'refused'],
  ['tencent', 'too many', ten('LimitExceeded.PhoneNumberDailyLimit'), 'again'],
  ['tencent', 'a wrong signature', tenError('AuthFailure.SignatureFailure'), 'stopped'],
  ['tencent', 'no money', ten('FailedOperation.InsufficientBalanceInSmsPackage'), 'stopped'],
  ['tencent', 'its own fault', ten('InternalError.Timeout'), 'again'],
  ['tencent', '400', { status: 400 }, 'again'],
  ['tencent', 'half an answer', { status: 200, body: '{"Response":' }, 'unsure'],
  ['tencent', 'an endless answer', { status: 200, body: 'x'.repeat(1_000_000) }, 'unsure'],
  ['wecom', 'ok', json({ errcode: 0, errmsg: 'ok' }), 'sent'],
  ['wecom', 'too many', json({ errcode: 45009 }), 'again'],
  ['wecom', 'an unknown robot', json({ errcode: 93000 }), 'again'],
  ['wecom', 'nothing and ends the connection', 'cut', 'unsure'],
]
const behaviours = new Map(outcomes.map(([, , behaviour], at) => [`/${at}`, behaviour]))

let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  // Nobody waits ten seconds for a test.
  const { timeout } = AbortSignal
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((wait) => timeout.call(AbortSignal, wait / 5))
  receiver = await startReceiver((path) => behaviours.get(path.split('?')[0] ?? '') ?? { status: 200 })
})
afterAll(() => {
  vi.restoreAllMocks()
  return receiver.stop()
})

describe('an attempt', () => {
  // Each has an address of its own, also where the provider knows only a host.
  it.concurrent.each(outcomes.map((row, at) => [at, ...row] as const))(
    '%i: %s answers %s',
    async (at, name, _, behaviour, outcome) => {
      const alone = name === 'aliyun' || name === 'tencent' ? await startReceiver(() => behaviour) : null
      const provider = makers[name]?.(alone ? alone.url : `${receiver.url}/${at}`)
      expect(await provider?.send(message)).toBe(outcome)
      await alone?.stop()
    },
  )

  it.each(Object.keys(makers))('at %s is not made while nobody answers there', async (name) => {
    const gone = await startReceiver(() => ({ status: 200 }))
    const provider = makers[name]?.(gone.url)
    expect(await provider?.reach()).toBe(true)
    expect(gone.received).toEqual([])
    await gone.stop()
    expect(await provider?.reach()).toBe(false)
    expect(await provider?.send(message)).toBe('unsure')
  })
})

describe('a request', () => {
  const sentBy = async (name: string) => {
    const server = await startReceiver(() => ({ status: 200 }))
    await makers[name]?.(`${server.url}/in`).send(message)
    await server.stop()
    const [request] = server.received
    if (!request) throw new Error('nothing arrived')
    return request
  }

  it('to a webhook has our id as idempotency key, and a signature over time and body', async () => {
    const { path, headers, body } = await sentBy('webhook')
    expect(path).toBe('/in')
    expect(JSON.parse(body)).toEqual(message)
    const seconds = Math.floor(now / 1000)
    expect(headers).toMatchObject({
      'idempotency-key': message.id,
      'liuchixiang-timestamp': String(seconds),
      'liuchixiang-signature': await webhookSignature(secret, seconds, body),
    })
  })

  it('to Alibaba Cloud has the shape of SendSms, a template without parameters', async () => {
    const { path, headers, body } = await sentBy('aliyun')
    expect(Object.fromEntries(new URLSearchParams(path.slice(2)))).toEqual({
      ...{ PhoneNumbers: message.to, SignName: '六尺巷', TemplateCode: 'SMS_1', OutId: message.id },
    })
    expect(body).toBe('')
    expect(headers).toMatchObject({
      ...{ 'x-acs-action': 'SendSms', 'x-acs-version': '2017-05-25', 'x-acs-date': '2026-11-24T02:00:00Z' },
      authorization: expect.stringMatching(/^ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host;/),
    })
  })

  it('to Tencent Cloud has the shape of SendSms, a template without parameters', async () => {
    const { path, headers, body } = await sentBy('tencent')
    expect(path).toBe('/')
    expect(JSON.parse(body)).toEqual({
      PhoneNumberSet: [`+86${message.to}`],
      ...{ SmsSdkAppId: '1400', SignName: '六尺巷', TemplateId: '77', SessionContext: message.id },
    })
    expect(headers).toMatchObject({
      ...{ 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11', 'x-tc-timestamp': String(now / 1000) },
      authorization: expect.stringContaining('Credential=id/2026-11-24/sms/tc3_request'),
    })
  })

  it('to WeCom is a text, and nothing of a person', async () => {
    expect(JSON.parse((await sentBy('wecom')).body)).toEqual({
      ...{ msgtype: 'text', text: { content: message.text } },
    })
  })

  it('on a developer’s machine is a line in the log, without a number', async () => {
    const logged: unknown[] = []
    expect(await local((entry) => logged.push(entry)).send(message)).toBe('sent')
    expect(logged).toEqual([{ event: 'notice', kind: 'local', text: message.text }])
  })
})
