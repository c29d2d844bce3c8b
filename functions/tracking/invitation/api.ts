import type { Context, Hono } from 'hono'
import { rfc3339 } from '#domain/basics/time.ts'
import { approvalMessages } from '#domain/following/approving.ts'
import { api } from '#domain/routes/site.ts'
import { problem } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, notAllowed, notTaken } from '../act-api.ts'
import { textOf } from '../api.ts'
import { answerDraft } from './approve.ts'

const messages = {
  agree: '请写 agree：true 是同意这样写，false 是不同意。',
  // Whoever approves has read exactly these words: `invitation` in the answer of following.
  seq: '请写 seq：您看过的那段话的编号。',
}

const missing = (c: Context, field: keyof typeof messages): Response => {
  const message = messages[field]
  return problem(c, { status: 422, title: message, errors: [{ field, code: 'required', message }] })
}

/** POST /api/v1/cases/invitation: the complainant approves the words for the other side, or does not. */
export const invitationApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(
    ports,
    api.invitation,
    async (c, { followed, body, key }) => {
      const { agree, seq } = body as Record<string, unknown>
      if (typeof agree !== 'boolean') return missing(c, 'agree')
      if (typeof seq !== 'number') return missing(c, 'seq')
      const done = await answerDraft(ports, followed, { seq, agree, text: textOf(body['text']) }, key)
      if (done.ok) return c.json({ at: rfc3339(done.value.at) }, 201)
      const { error } = done
      if (error === 'tooLong') {
        const text = approvalMessages[error]
        return problem(c, {
          status: 422,
          title: text,
          errors: [{ field: 'text', code: error, message: text }],
        })
      }
      return error === 'conflict' || error === 'stale'
        ? notTaken(c, error)
        : notAllowed(c, approvalMessages[error])
    },
    { own: true },
  )
