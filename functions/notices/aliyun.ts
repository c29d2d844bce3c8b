import { aliyunCodes, outcomeOfCode } from './codes.ts'
import { hexOf, hmac, sha256Hex } from './digest.ts'
import { postForCode, reaches } from './http.ts'
import type { Provider } from './provider.ts'

/**
 * Alibaba Cloud SMS, SendSms 2017-05-25, signed with ACS3-HMAC-SHA256 (help.aliyun.com, "V3 版本请求体和签名机制"). The
 * message is a template without parameters.
 */

export interface AliyunConfig {
  endpoint: string
  accessKeyId: string
  accessKeySecret: string
  signName: string
  templateCode: string
}

/** RFC 3986: `encodeURIComponent` leaves five characters more. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

/** The query of a request in its canonical form, in which it is also sent. */
export const canonicalQuery = (values: Record<string, string>): string =>
  Object.keys(values)
    .sort()
    .map((name) => `${encoded(name)}=${encoded(values[name] ?? '')}`)
    .join('&')

/**
 * The headers of a signed POST without a body.
 * @param date ISO 8601 in UTC, to the second
 */
export const acs3Headers = async (
  { accessKeyId, accessKeySecret }: Pick<AliyunConfig, 'accessKeyId' | 'accessKeySecret'>,
  request: { host: string; action: string; version: string; query: string; date: string; nonce: string },
): Promise<Record<string, string>> => {
  const { host, action, version, query, date, nonce } = request
  const bodyHash = await sha256Hex('')
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': date,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  }
  const names = Object.keys(headers).join(';')
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`)
  const canonical = ['POST', '/', query, lines.join(''), names, bodyHash].join('\n')
  const signed = hexOf(await hmac(accessKeySecret, `ACS3-HMAC-SHA256\n${await sha256Hex(canonical)}`))
  const authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${names},Signature=${signed}`
  return { ...headers, authorization }
}

const read = (answer: unknown) => outcomeOfCode(aliyunCodes, (answer as { Code?: unknown } | undefined)?.Code)

export const aliyun = (config: AliyunConfig, clock: () => number): Provider => ({
  takesId: false,
  reach: () => reaches(config.endpoint),
  async send({ id, to }) {
    const { endpoint, signName: SignName, templateCode: TemplateCode } = config
    const now = clock()
    const query = canonicalQuery({ PhoneNumbers: to, SignName, TemplateCode, OutId: id })
    const { host, ...headers } = await acs3Headers(config, {
      ...{ host: new URL(endpoint).host, action: 'SendSms', version: '2017-05-25', query },
      date: `${new Date(now).toISOString().slice(0, 19)}Z`,
      // Each attempt needs another one.
      nonce: await sha256Hex(`${id} ${now}`),
    })
    return postForCode(`${new URL('/', endpoint)}?${query}`, { headers, body: '' }, read)
  },
})
