import { type Context, Hono } from 'hono'
import type { Result } from '#domain/basics/result.ts'
import { type Instant, rfc3339 } from '#domain/basics/time.ts'
import { agreeMessages, type ItemSaying, itemSayings } from '#domain/following/agreeing.ts'
import { api } from '#domain/routes/site.ts'
import { readJson } from '#http/json.ts'
import { problem } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, notAllowed, notTaken } from '../act-api.ts'
import { openFor } from '../api.ts'
import { readAgreementText, type ShownAgreement } from './read-text.ts'
import { sayOfItem, sayRead } from './say.ts'

const wanted = {
  version: '请写 version：看过的是第几版。',
  item: '请写 item：第几条；says：done 做到了，received 对方做到了，missed 没有做到。',
} as const

const unread = (c: Context, field: keyof typeof wanted): Response =>
  problem(c, {
    status: 422,
    title: wanted[field],
    errors: [{ field, code: 'required', message: wanted[field] }],
  })

const answer = (c: Context, said: Result<{ at: Instant }, keyof typeof agreeMessages>): Response => {
  if (said.ok) return c.json({ at: rfc3339(said.value.at) }, 201)
  const { error } = said
  return error === 'conflict' || error === 'stale' ? notTaken(c, error) : notAllowed(c, agreeMessages[error])
}

/** The JSON form of an agreement: the same for everybody who makes it, but for what they have read. */
const agreementJson = ({ agreement, text }: ShownAgreement) => ({
  version: agreement.version,
  sum: agreement.sum,
  ...text,
  items: text.items.map((item) => ({
    ...item,
    state: agreement.items.find(({ id }) => id === item.id)?.state ?? 'open',
  })),
  ...(agreement.concluded && {
    form: agreement.concluded.form,
    effectiveOn: agreement.concluded.effectiveOn,
  }),
  ...(agreement.confirmedOn && { confirmedOn: agreement.confirmedOn }),
})

/** The calls about an agreement: its text, that it was read, and what is said of an item. */
export const agreementApi = (ports: Ports<FollowingStore>): Hono =>
  new Hono()
    .post(api.agreement, async (c) => {
      const body = await readJson(c)
      if (!body.ok) return body.error
      const opened = await openFor(c, ports, body.value, { also: 'agreement' })
      if (!opened.ok) return opened.error
      const shown = await readAgreementText(ports, opened.value)
      return shown ? c.json(agreementJson(shown)) : notAllowed(c, agreeMessages.none)
    })
    .route(
      '/',
      actApi(
        ports,
        api.agreementRead,
        async (c, { followed, body: { version }, key }) =>
          typeof version === 'number'
            ? answer(c, await sayRead(ports, followed, version, key))
            : unread(c, 'version'),
        { own: true },
      ),
    )
    .route(
      '/',
      actApi(
        ports,
        api.agreementItem,
        async (c, { followed, body: { item, says }, key }) =>
          typeof item === 'number' && typeof says === 'string' && Object.hasOwn(itemSayings, says)
            ? answer(c, await sayOfItem(ports, followed, { item, says: says as ItemSaying }, key))
            : unread(c, 'item'),
        { own: true },
      ),
    )
