import { type Context, Hono } from 'hono'
import { rfc3339 } from '#domain/basics/time.ts'
import type { Typed } from '#domain/following/writing.ts'
import { notTakenMessages, writingMessages } from '#domain/following/writing-messages.ts'
import { api } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { idempotencyKey } from '#http/idempotency-key.ts'
import { readJson } from '#http/json.ts'
import { problem } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { openFor, textOf } from './api.ts'
import { type MessageFault, writeMessage } from './write-message.ts'

const callIn = (value: unknown): Typed['call'] => {
  if (typeof value !== 'object' || value === null) return null
  const { number, when } = value as Record<string, unknown>
  return { number: textOf(number), when: textOf(when) }
}

const statusOf = { asked: 409, ended: 409, conflict: 409, stale: 409, enough: 429 } as const

const refuse = (c: Context, fault: MessageFault): Response => {
  if (typeof fault === 'string')
    return problem(c, { status: statusOf[fault], title: '没有收下', detail: notTakenMessages[fault] })
  const errors = fault.map(({ field, code }) => ({ field, code, message: writingMessages[code] }))
  return problem(c, { status: 422, title: `有 ${errors.length} 处要改`, errors })
}

/**
 * POST /api/v1/cases/messages: words of the holder to the desk. While the desk waits for an answer they are the answer;
 * otherwise they change neither status nor clocks.
 */
export const messagesApi = (ports: Ports<FollowingStore>): Hono =>
  new Hono().post(api.messages, async (c) => {
    const body = await readJson(c)
    if (!body.ok) return body.error
    const key = idempotencyKey(c)
    if (!key.ok) return key.error
    const opened = await openFor(c, ports, body.value)
    if (!opened.ok) return opened.error
    const { text, call } = body.value
    const written = await writeMessage(ports, opened.value, {
      text: textOf(text),
      call: callIn(call),
      from: addressPrefixes(ports.clientAddress(c.req.raw)),
      key: key.value && `api:${key.value}`,
      asReply: true,
    })
    return written.ok ? c.json({ at: rfc3339(written.value.at) }, 201) : refuse(c, written.error)
  })
