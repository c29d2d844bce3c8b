import { outcomeOfCode, tencentCodes } from './codes.ts'
import { hexOf, hmac, sha256Hex } from './digest.ts'
import { postForCode, reaches } from './http.ts'
import type { Provider } from './provider.ts'

/**
 * Tencent Cloud SMS, SendSms 2021-01-11, signed with TC3-HMAC-SHA256 (cloud.tencent.com/document/api/382/52072, "签名方法
 * v3"). The message is a template without parameters.
 */

export interface TencentConfig {
  endpoint: string
  region: string
  secretId: string
  secretKey: string
  sdkAppId: string
  signName: string
  templateId: string
}

const contentType = 'application/json; charset=utf-8'

/**
 * The value of the header `authorization` of a POST.
 * @param seconds since 1970
 */
export const tc3Authorization = async (
  { secretId, secretKey }: Pick<TencentConfig, 'secretId' | 'secretKey'>,
  { host, service, body, seconds }: { host: string; service: string; body: string; seconds: number },
): Promise<string> => {
  const names = 'content-type;host'
  const headers = `content-type:${contentType}\nhost:${host}\n`
  const canonical = ['POST', '/', '', headers, names, await sha256Hex(body)].join('\n')
  // In UTC, whatever the day is here.
  const date = new Date(seconds * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const toSign = ['TC3-HMAC-SHA256', seconds, scope, await sha256Hex(canonical)].join('\n')
  const ofDate = await hmac(`TC3${secretKey}`, date)
  const key = await hmac(await hmac(ofDate, service), 'tc3_request')
  const signature = hexOf(await hmac(key, toSign))
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${names}, Signature=${signature}`
}

interface Answer {
  Response?: { SendStatusSet?: { Code?: unknown }[]; Error?: { Code?: unknown } }
}

const read = (answer: unknown) => {
  const { SendStatusSet: [status] = [], Error: error } = (answer as Answer | undefined)?.Response ?? {}
  return outcomeOfCode(tencentCodes, error?.Code ?? status?.Code)
}

export const tencent = (config: TencentConfig, clock: () => number): Provider => ({
  takesId: false,
  reach: () => reaches(config.endpoint),
  async send({ id, to }) {
    const { endpoint, region, sdkAppId, signName, templateId } = config
    const body = JSON.stringify({
      PhoneNumberSet: [`+86${to}`],
      ...{ SmsSdkAppId: sdkAppId, SignName: signName, TemplateId: templateId, SessionContext: id },
    })
    const seconds = Math.floor(clock() / 1000)
    const { host } = new URL(endpoint)
    const headers = {
      'content-type': contentType,
      authorization: await tc3Authorization(config, { host, service: 'sms', body, seconds }),
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-region': region,
      'x-tc-timestamp': String(seconds),
    }
    return postForCode(`${new URL('/', endpoint)}`, { headers, body }, read)
  },
})
