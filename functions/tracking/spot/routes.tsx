import type { Hono } from 'hono'
import { fail, ok } from '#domain/basics/result.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { denyMessages } from '#domain/spot/saying.ts'
import { typedText } from '#http/form.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actRoutes, toOwnCode } from '../act-page.ts'
import type { ShowCase } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { denySpot } from './deny.ts'
import { denyField, denyLabel, SpotPage, spotTitle } from './page.tsx'

/** 没有这回事: /track/spot, of both sides of a record on the spot (docs/adr/0045-on-the-spot.md). */
export const spotRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono =>
  actRoutes(session, showCase, {
    path: actions.trackSpot,
    title: spotTitle,
    field: denyField,
    elsewhere: toOwnCode,
    show: async (followed, { state, errors }) => ({
      main: <SpotPage view={await viewOf(ports, followed)} state={state} errors={errors} />,
    }),
    wordsIn: (form) => [{ label: denyLabel, text: typedText(form, denyField) }],
    async act(followed, form) {
      const done = await denySpot(ports, followed, typedText(form, denyField), undefined)
      return done.ok
        ? ok(`${actions.trackCase}#${notices.denied}`)
        : fail({ status: done.error === 'tooLong' ? 422 : 409, text: denyMessages[done.error] })
    },
  })
