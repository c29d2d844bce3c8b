import { type Context, Hono } from 'hono'
import { agreeMessages, type ItemSaying, itemSayings } from '#domain/following/agreeing.ts'
import { api } from '#domain/routes/site.ts'
import { readJson } from '#http/json.ts'
import { wrongField } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, answerAct, notAllowed } from '../act-api.ts'
import { openFor } from '../api.ts'
import { agreementJson, readAgreementText } from './read-text.ts'
import { sayOfItem, sayRead } from './say.ts'

const wanted = {
  version: '请写 version：看过的是第几版。',
  item: '请写 item：第几条；says：done 做到了，received 对方做到了，missed 没有做到。',
} as const

const unread = (c: Context, field: keyof typeof wanted): Response =>
  wrongField(c, field, 'required', wanted[field])

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
            ? answerAct(c, await sayRead(ports, followed, version, key), agreeMessages)
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
            ? answerAct(
                c,
                await sayOfItem(ports, followed, { item, says: says as ItemSaying }, key),
                agreeMessages,
              )
            : unread(c, 'item'),
        { own: true },
      ),
    )
