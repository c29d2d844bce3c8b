import { hexOf, hmac } from './digest.ts'
import { post, reaches } from './http.ts'
import type { Provider } from './provider.ts'

/** A receiver of the county's own: a JSON body, signed, with our id as idempotency key. */

export interface WebhookConfig {
  url: string
  secret: string
}

/** The signature: HMAC-SHA-256 over the seconds since 1970, a dot, and the body, in hex. */
export const webhookSignature = async (secret: string, timestamp: number, body: string): Promise<string> =>
  `v1=${hexOf(await hmac(secret, `${timestamp}.${body}`))}`

export const webhook = ({ url, secret }: WebhookConfig, clock: () => number): Provider => ({
  takesId: true,
  reach: () => reaches(url),
  async send({ id, to, text }) {
    const body = JSON.stringify({ id, to, text })
    const timestamp = Math.floor(clock() / 1000)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': id,
      'liuchixiang-timestamp': String(timestamp),
      'liuchixiang-signature': await webhookSignature(secret, timestamp, body),
    }
    return post(url, { headers, body }, () => 'sent')
  },
})
