import type { Hono } from 'hono'
import { fail, ok } from '#domain/basics/result.ts'
import { ownPublication, publicationMessages, publicationSays } from '#domain/following/publication.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { fieldValue } from '#http/form.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { actRoutes, toOwnCode } from '../act-page.ts'
import type { ShowCase } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { PublicationPage, publicationTitle, sayField, wordsField } from './page.tsx'
import { publicWords, sayPublication } from './say.ts'

const ownOf = ({ events, holder }: FollowedCase) => (holder.side === 'other' ? null : ownPublication(events))

/** 公布建议和答复: /track/publication, of who filed a suggestion that was answered. */
export const publicationRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono =>
  actRoutes(session, showCase, {
    path: actions.trackPublication,
    title: publicationTitle,
    field: sayField,
    elsewhere: (followed) => (ownOf(followed) ? toOwnCode(followed) : actions.trackCase),
    async show(followed, { state, errors }) {
      const own = ownOf(followed)
      if (!own) return null
      const words = await publicWords(ports, followed)
      return { main: <PublicationPage mark={followed.holder.mark} {...{ own, words, state, errors }} /> }
    },
    async act(followed, form) {
      const said = publicationSays.find((one) => one === fieldValue(form, sayField))
      if (!said) return fail({ status: 422, text: publicationMessages.required })
      const done = await sayPublication(ports, followed, { seq: Number(fieldValue(form, wordsField)), said })
      return done.ok
        ? ok(`${actions.trackCase}#${notices.said}`)
        : fail({ status: 409, text: publicationMessages[done.error] })
    },
  })
