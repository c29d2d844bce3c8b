import { Hono } from 'hono'
import { urgeMessage } from '#domain/following/urging-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedAct } from '../posted-act.ts'
import type { TrackingSession } from '../session.ts'
import { urgeCase } from './urge-case.ts'

/** 催一催: /track/urge. */
export const urgeRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono =>
  new Hono()
    .get(actions.trackUrge, (c) => seeOther(c, actions.trackCase))
    .post(actions.trackUrge, async (c) => {
      const act = await postedAct(c, session, showCase)
      if (!act.ok) return act.error
      const { followed } = act.value
      const urged = await urgeCase(ports, followed, undefined)
      // Pressed twice: the second press lands where the first one did.
      const isDone = urged.ok || (typeof urged.error !== 'string' && urged.error.why === 'already')
      if (isDone || typeof urged.error === 'string')
        return seeOther(c, `${actions.trackCase}${isDone ? `#${notices.urged}` : ''}`)
      return showCase(c, followed, 409, { unsent: { error: urgeMessage(urged.error), words: '' } })
    })
