import { type Context, Hono } from 'hono'
import { actions, notices } from '#domain/routes/site.ts'
import { errorTitle, fieldValue } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedAct } from '../posted-act.ts'
import type { TrackingSession } from '../session.ts'
import { NotifyPage, notifyField, notifyTitle } from './page.tsx'
import { type NotifyFault, notifyOf, setNotify } from './set-notify.ts'

const messages: Record<NotifyFault, string> = {
  codeSeen: '工作人员也看见过您这个查询码。先换一个只有您知道的，再来改。',
  enough: '今天改得太多了，请明天再改。',
  conflict: '请再点一次。',
  stale: '刚才有人也在动这件事，请再点一次。',
}

/** Whether the holder of the code is sent a message when something is new: /track/notify. */
export const notifyRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  const show = async (c: Context, followed: FollowedCase, fault?: NotifyFault) => {
    const { holder } = followed
    const notify = await notifyOf(ports, followed)
    const main = (
      <NotifyPage
        mark={holder.mark}
        notify={notify}
        codeSeen={holder.staffSaw}
        refused={fault && messages[fault]}
      />
    )
    const title = errorTitle(notifyTitle, fault !== undefined)
    return page(c, { title, current: 'track', main }, fault ? 409 : 200)
  }

  return new Hono()
    .get(actions.trackNotify, async (c) => {
      const found = await session.open(c)
      return found.ok ? show(c, found.value) : session.leave(c)
    })
    .post(actions.trackNotify, async (c) => {
      const act = await postedAct(c, session, showCase)
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const set = await setNotify(ports, followed, fieldValue(form, notifyField) === 'true')
      return set.ok ? seeOther(c, `${actions.trackNotify}#${notices.kept}`) : show(c, followed, set.error)
    })
}
