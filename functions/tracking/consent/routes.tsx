import type { Hono } from 'hono'
import { fail, ok } from '#domain/basics/result.ts'
import { maySayWhetherToTalk, type Say, sayMessages } from '#domain/following/consent.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { fieldValue } from '#http/form.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actRoutes, toOwnCode } from '../act-page.ts'
import type { ShowCase } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { ConsentPage, consentTitle, sayField } from './page.tsx'
import { say } from './say.ts'

const says: readonly Say[] = ['agreed', 'refused', 'refusal-disputed']

/** 愿不愿意谈: /track/consent, of the other side. */
export const consentRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono =>
  actRoutes(session, showCase, {
    path: actions.trackConsent,
    title: consentTitle,
    field: sayField,
    elsewhere: (followed) => (maySayWhetherToTalk(followed.holder) ? toOwnCode(followed) : actions.trackCase),
    show: async (followed, { state, errors }) => ({
      main: <ConsentPage view={await viewOf(ports, followed)} state={state} errors={errors} />,
    }),
    async act(followed, form) {
      const what = says.find((one) => one === fieldValue(form, sayField))
      if (!what) return fail({ status: 422, text: sayMessages.required })
      const said = await say(ports, followed, what, undefined)
      return said.ok
        ? ok(`${actions.trackCase}#${notices.said}`)
        : fail({ status: 409, text: sayMessages[said.error] })
    },
  })
