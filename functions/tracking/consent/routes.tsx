import { type Context, Hono } from 'hono'
import { maySayWhetherToTalk, type Say, sayMessages } from '#domain/following/consent.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { errorTitle, fieldValue, filledForm, formState, type PostedForm } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedAct } from '../posted-act.ts'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { ConsentPage, consentTitle, sayField } from './page.tsx'
import { say } from './say.ts'

const says: readonly Say[] = ['agreed', 'refused', 'refusal-disputed']
const again = '刚才有人也在动这件事，没有交上去。请再答一次。'

/** 愿不愿意谈: /track/consent, of the other side. */
export const consentRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  const show = async (
    c: Context,
    followed: FollowedCase,
    form: PostedForm,
    refused?: { status: 409 | 422; text: string },
  ) => {
    const errors = refused ? [{ field: sayField, text: refused.text }] : []
    const view = await viewOf(ports, followed)
    const main = <ConsentPage view={view} state={formState(form, errors)} errors={errors} />
    const title = errorTitle(consentTitle, refused !== undefined)
    return page(c, { title, current: 'track', main }, refused?.status ?? 200)
  }
  /** Where somebody goes who has nothing to say here: to the case, or first to a code of their own. */
  const elsewhere = (c: Context, { holder }: FollowedCase): Response | null => {
    if (!maySayWhetherToTalk(holder)) return seeOther(c, actions.trackCase)
    return holder.staffSaw ? seeOther(c, actions.trackNewCode) : null
  }

  return new Hono()
    .get(actions.trackConsent, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      return elsewhere(c, found.value) ?? show(c, found.value, filledForm({}))
    })
    .post(actions.trackConsent, async (c) => {
      const act = await postedAct(c, session, showCase)
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const away = elsewhere(c, followed)
      if (away) return away
      const what = says.find((one) => one === fieldValue(form, sayField))
      if (!what) return show(c, followed, form, { status: 422, text: '请选一个。' })
      const said = await say(ports, followed, what, undefined)
      if (said.ok) return seeOther(c, `${actions.trackCase}#${notices.said}`)
      const { error } = said
      const text = error === 'conflict' || error === 'stale' ? again : sayMessages[error]
      return show(c, followed, form, { status: 409, text })
    })
}
