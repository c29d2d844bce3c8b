import type { Context, Hono } from 'hono'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { rfc3339 } from '#domain/basics/time.ts'
import type { Typed, WritingFault } from '#domain/following/writing.ts'
import { notTakenMessages, writingMessages } from '#domain/following/writing-messages.ts'
import { api } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { problem, wrongFields } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi } from './act-api.ts'
import { textOf } from './api.ts'
import { type MessageFault, writeMessage } from './write-message.ts'

/** What a program wrote, or which part of it has the wrong type. */
const typedIn = ({ text, call }: Record<string, unknown>): Result<Typed, WritingFault[]> => {
  const given = call ?? null
  if (given !== null && (typeof given !== 'object' || Array.isArray(given)))
    return fail([{ field: 'call', code: 'notObject' }])
  const { number, when } = (given ?? {}) as Record<string, unknown>
  const faults = Object.entries({ text, 'call.number': number, 'call.when': when }).flatMap(
    ([field, value]) =>
      typeof (value ?? '') === 'string'
        ? []
        : { field: field as WritingFault['field'], code: 'notText' as const },
  )
  if (faults.length > 0) return fail(faults)
  return ok({ text: textOf(text), call: given && { number: textOf(number), when: textOf(when) } })
}

const statusOf = { asked: 409, ended: 409, conflict: 409, stale: 409, enough: 429 } as const

const refuse = (c: Context, fault: MessageFault): Response => {
  if (typeof fault === 'string')
    return problem(c, { status: statusOf[fault], title: '没有收下', detail: notTakenMessages[fault] })
  return wrongFields(
    c,
    fault.map(({ field, code }) => ({ field, code, message: writingMessages[code] })),
  )
}

/**
 * POST /api/v1/cases/messages: words of the holder to the desk. While the desk waits for an answer they are the answer;
 * otherwise they change neither status nor clocks.
 */
export const messagesApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(ports, api.messages, async (c, { followed, body, key }) => {
    const typed = typedIn(body)
    if (!typed.ok) return refuse(c, typed.error)
    const from = addressPrefixes(ports.clientAddress(c.req.raw))
    const written = await writeMessage(ports, followed, { ...typed.value, from, key, asReply: true })
    return written.ok ? c.json({ at: rfc3339(written.value.at) }, 201) : refuse(c, written.error)
  })
