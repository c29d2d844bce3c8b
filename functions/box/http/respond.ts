import type { OutgoingHttpHeader, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { StaticAnswer } from '../site/site.ts'
import { TextResponse } from './kept-body.ts'

/** Writes answers to the connection. A sender that has gone ends the work, and is no fault. */

const finish = async (to: ServerResponse, body: Readable): Promise<void> => {
  // Whatever breaks in the middle of an answer: only a cut connection tells the sender that it is not whole.
  await pipeline(body, to).catch(() => to.destroy())
}

const headersOf = (answer: Response): Record<string, OutgoingHttpHeader> => {
  const headers: Record<string, OutgoingHttpHeader> = Object.fromEntries(answer.headers)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  return headers
}

/** The parts of a body that fit into one write: its first two chunks, of which the second is usually the end. */
const whole = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
  const first = await reader.read()
  if (first.done) return { chunks: [], ended: true }
  const second = await reader.read()
  return { chunks: second.done ? [first.value] : [first.value, second.value], ended: second.done }
}

async function* rest(chunks: Uint8Array[], reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    yield* chunks
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Sends an answer of the app. */
export const sendResponse = async (answer: Response, to: ServerResponse, method: string): Promise<void> => {
  const headers = headersOf(answer)
  const text = answer instanceof TextResponse ? answer.unread : undefined
  if (text !== undefined) {
    headers['content-length'] = Buffer.byteLength(text)
    to.writeHead(answer.status, headers)
    if (method === 'HEAD') to.end()
    else to.end(text)
    return
  }
  const empty = answer.body === null || method === 'HEAD'
  if (empty) {
    await answer.body?.cancel().catch(() => undefined)
    to.writeHead(answer.status, headers)
    to.end()
    return
  }
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const { chunks, ended } = await whole(reader)
  if (ended) {
    const [bytes = new Uint8Array()] = chunks
    headers['content-length'] = bytes.byteLength
    to.writeHead(answer.status, headers)
    to.end(bytes)
    return
  }
  to.writeHead(answer.status, headers)
  await finish(to, Readable.from(rest(chunks, reader)))
}

/** Sends an answer of the static site. */
export const sendStatic = async (
  { status, headers, body }: StaticAnswer,
  to: ServerResponse,
): Promise<void> => {
  to.writeHead(status, Object.fromEntries(headers))
  if (body instanceof Readable) await finish(to, body)
  else to.end(body)
}

/** Sends an answer without a page: for requests that are not read any further. */
export const sendPlain = (
  status: number,
  text: string,
  to: ServerResponse,
  headers: Record<string, string> = {},
): void => {
  to.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  to.end(`${text}\n`)
}
