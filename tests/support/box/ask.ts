import { type IncomingHttpHeaders, request } from 'node:http'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/**
 * A request over https as the proxy in front passes it on; `fetch` would not send another host's name.
 * @param port of the program, on loopback
 * @param host the name that the browser asked
 */
export const ask = (
  port: number,
  host: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
) =>
  new Promise<Answer>((resolve, reject) => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' }
    const sent = request({ port, path, method, headers: { host, ...forwarded, ...headers } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** A call of the API as the proxy passes it on. */
export const askJson = (port: number, host: string, path: string, body: unknown) =>
  ask(port, host, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** What a browser sends with a form of the site itself. */
export const ownForm = {
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
} as const

/** The cookies of an answer, as the browser sends them to the same host. */
export const cookiesOf = ({ headers }: Pick<Answer, 'headers'>): string =>
  (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
