import type { IncomingMessage, ServerResponse } from 'node:http'
import { Hono } from 'hono'
import type { Refusal } from '#domain/filing/messages.ts'
import { refuse } from '#http/refusals.tsx'
import { siteMiddleware } from '#http/site-middleware.tsx'

/** Refusals of what does not come to the app, in its words: a page, or a problem below /api/ and to a script. */

interface Made {
  status: number
  headers: Record<string, string>
  text: string
}

/**
 * Each refusal is made once, because a box without room refuses many.
 * @param origin the public address, by which the headers of a page are decided
 * @returns a function that answers a request with a refusal
 */
export const refusing = (origin: string) => {
  const made = new Map<string, Promise<Made>>()
  const make = async (refusal: Refusal, program: boolean): Promise<Made> => {
    const app = new Hono().use(siteMiddleware()).all('*', (c) => refuse(c, refusal))
    const answer = await app.request(new URL(program ? '/api/' : '/', origin))
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() }
  }
  return async (
    refusal: Refusal,
    { url = '', method, headers: { accept } }: IncomingMessage,
    to: ServerResponse,
    more: Record<string, string> = {},
  ): Promise<void> => {
    const program = url.startsWith('/api/') || accept === 'application/json'
    const key = `${refusal} ${program}`
    const answer = made.get(key) ?? make(refusal, program)
    made.set(key, answer)
    const { status, headers, text } = await answer
    to.writeHead(status, { ...headers, ...more, 'content-length': Buffer.byteLength(text) })
    to.end(method === 'HEAD' ? undefined : text)
  }
}
