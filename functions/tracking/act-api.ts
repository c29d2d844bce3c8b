import { type Context, Hono } from 'hono'
import type { Result } from '#domain/basics/result.ts'
import { type Instant, rfc3339 } from '#domain/basics/time.ts'
import { keyUsed } from '#domain/words/key-used.ts'
import { idempotencyKey } from '#http/idempotency-key.ts'
import { readJson } from '#http/json.ts'
import { problem } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { openFor } from './api.ts'
import { apiKey } from './append-act.ts'

/** What a call of the API asks for. */
interface Call {
  followed: FollowedCase
  body: Record<string, unknown>
  /** What makes a repeat the same act. */
  key: string[] | undefined
}

/**
 * A call by which the holder of a code acts: reads body, key and code, and hands over the case.
 * @param own a code that staff have seen is refused: what it does must be its holder's own
 */
export const actApi = <Store extends FollowingStore>(
  ports: Ports<Store>,
  path: string,
  act: (c: Context, call: Call) => Promise<Response>,
  { own = false }: { own?: boolean } = {},
): Hono =>
  new Hono().post(path, async (c) => {
    const body = await readJson(c)
    if (!body.ok) return body.error
    const key = idempotencyKey(c)
    if (!key.ok) return key.error
    const opened = await openFor(c, ports, body.value, { own })
    if (!opened.ok) return opened.error
    return act(c, { followed: opened.value, body: body.value, key: apiKey(key.value) })
  })

const conflicts = {
  conflict: keyUsed,
  stale: '刚才有人也在动这件事，没有收下，请再来一次。',
} as const

/** The answer to an act that the state of the case does not allow, with what it does allow. */
export const notAllowed = (c: Context, detail: string): Response =>
  problem(c, { status: 409, title: '现在不行', detail })

/** The answer to a key that was used for something else, or to a case that others kept changing. */
export const notTaken = (c: Context, fault: keyof typeof conflicts): Response =>
  notAllowed(c, conflicts[fault])

const isConflict = (error: string): error is keyof typeof conflicts => Object.hasOwn(conflicts, error)

/**
 * The answer to an act of the holder: when it arrived, or why it was not taken.
 * @param messages why the state of the case does not allow it
 */
export const answerAct = <Fault extends string>(
  c: Context,
  done: Result<{ at: Instant }, Fault>,
  messages: Record<Fault, string>,
): Response => {
  if (done.ok) return c.json({ ...done.value, at: rfc3339(done.value.at) }, 201)
  const { error } = done
  return isConflict(error) ? notTaken(c, error) : notAllowed(c, messages[error])
}
