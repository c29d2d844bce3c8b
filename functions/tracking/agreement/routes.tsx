import { type Context, Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { agreeMessages, type ItemSaying, itemSayings } from '#domain/following/agreeing.ts'
import { actions } from '#domain/routes/site.ts'
import { errorTitle, fieldValue } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedAct } from '../posted-act.ts'
import type { TrackingSession } from '../session.ts'
import { itemField, saysField, versionField } from './item-row.tsx'
import { AgreementPage, agreementTitle } from './page.tsx'
import { readAgreementText } from './read-text.ts'
import { sayOfItem, sayRead } from './say.ts'

const isSaying = (text: string): text is ItemSaying => Object.hasOwn(itemSayings, text)

/** 协议: /track/agreement, of everybody who makes it. */
export const agreementRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  const show = async (c: Context, followed: FollowedCase, refused?: string) => {
    const shown = await readAgreementText(ports, followed)
    if (!shown) return seeOther(c, actions.trackCase)
    const main = (
      <AgreementPage followed={followed} shown={shown} today={dayOf(ports.clock())} refused={refused} />
    )
    const title = errorTitle(agreementTitle, refused !== undefined)
    return page(c, { title, current: 'track', main }, refused === undefined ? 200 : 409)
  }

  return new Hono()
    .get(actions.trackAgreement, async (c) => {
      const found = await session.open(c, 'agreement')
      return found.ok ? show(c, found.value) : session.leave(c)
    })
    .post(actions.trackAgreement, async (c) => {
      const act = await postedAct(c, session, showCase)
      if (!act.ok) return act.error
      const { form, followed } = act.value
      if (followed.holder.staffSaw) return seeOther(c, actions.trackNewCode)
      const says = fieldValue(form, saysField)
      const said = isSaying(says)
        ? await sayOfItem(ports, followed, { item: Number(fieldValue(form, itemField)), says }, undefined)
        : await sayRead(ports, followed, Number(fieldValue(form, versionField)), undefined)
      if (said.ok) return seeOther(c, actions.trackAgreement)
      const fresh = await session.open(c, 'agreement')
      return fresh.ok ? show(c, fresh.value, agreeMessages[said.error]) : session.leave(c)
    })
}
