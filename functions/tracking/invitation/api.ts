import type { Hono } from 'hono'
import { approvalMessages } from '#domain/following/approving.ts'
import { api } from '#domain/routes/site.ts'
import { wrongField } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, answerAct } from '../act-api.ts'
import { textOf } from '../api.ts'
import { answerDraft } from './approve.ts'

const messages = {
  agree: '请写 agree：true 是同意这样写，false 是不同意。',
  // Whoever approves has read exactly these words: `invitation` in the answer of following.
  seq: '请写 seq：您看过的那段话的编号。',
}

/** POST /api/v1/cases/invitation: the complainant approves the words for the other side, or does not. */
export const invitationApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(
    ports,
    api.invitation,
    async (c, { followed, body, key }) => {
      const { agree, seq } = body
      if (typeof agree !== 'boolean') return wrongField(c, 'agree', 'required', messages.agree)
      if (typeof seq !== 'number') return wrongField(c, 'seq', 'required', messages.seq)
      const done = await answerDraft(ports, followed, { seq, agree, text: textOf(body['text']) }, key)
      return !done.ok && done.error === 'tooLong'
        ? wrongField(c, 'text', done.error, approvalMessages[done.error])
        : answerAct(c, done, approvalMessages)
    },
    { own: true },
  )
