import type { Hono } from 'hono'
import { fail, ok } from '#domain/basics/result.ts'
import { storyMessages } from '#domain/following/story.ts'
import { storyAskOf } from '#domain/history/story.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { fieldValue } from '#http/form.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { actRoutes, toOwnCode } from '../act-page.ts'
import type { ShowCase } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { answerStory, storyText } from './answer.ts'
import { askField, StoryPage, sayField, storyTitle } from './page.tsx'

const askOf = ({ events, holder }: FollowedCase) => storyAskOf(events, holder.party)

/** 写成故事的事: /track/story, of everybody whom the county asked. */
export const storyRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono =>
  actRoutes(session, showCase, {
    path: actions.trackStory,
    title: storyTitle,
    field: sayField,
    elsewhere: (followed) => (askOf(followed) ? toOwnCode(followed) : actions.trackCase),
    async show(followed, { state, errors }) {
      const ask = askOf(followed)
      if (!ask) return null
      const text = await storyText(ports, followed)
      return { main: <StoryPage mark={followed.holder.mark} {...{ ask, text, state, errors }} /> }
    },
    async act(followed, form) {
      const said = fieldValue(form, sayField)
      if (said !== 'agreed' && said !== 'refused') return fail({ status: 422, text: storyMessages.required })
      const done = await answerStory(ports, followed, { seq: Number(fieldValue(form, askField)), said })
      return done.ok
        ? ok(`${actions.trackCase}#${notices.said}`)
        : fail({ status: 409, text: storyMessages[done.error] })
    },
  })
