import { type Context, Hono } from 'hono'
import { storyMessages } from '#domain/following/story.ts'
import { storyAskOf } from '#domain/history/story.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { errorTitle, fieldValue, filledForm, formState, type PostedForm } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedAct } from '../posted-act.ts'
import type { TrackingSession } from '../session.ts'
import { answerStory, storyText } from './answer.ts'
import { askField, StoryPage, sayField, storyTitle } from './page.tsx'

/** 写成故事的事: /track/story, of everybody whom the county asked. */
export const storyRoutes = (
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
    const ask = storyAskOf(followed.events, followed.holder.party)
    if (!ask) return seeOther(c, actions.trackCase)
    const main = (
      <StoryPage
        number={followed.record.number}
        ask={ask}
        text={await storyText(ports, followed)}
        state={formState(form, errors)}
        errors={errors}
      />
    )
    const title = errorTitle(storyTitle, refused !== undefined)
    return page(c, { title, current: 'track', main }, refused?.status ?? 200)
  }
  /** Where somebody goes whom nobody asked, or whose code staff have seen: it agrees to nothing. */
  const elsewhere = (c: Context, { events, holder }: FollowedCase): Response | null => {
    if (!storyAskOf(events, holder.party)) return seeOther(c, actions.trackCase)
    return holder.staffSaw ? seeOther(c, actions.trackNewCode) : null
  }

  return new Hono()
    .get(actions.trackStory, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      return elsewhere(c, found.value) ?? show(c, found.value, filledForm({}))
    })
    .post(actions.trackStory, async (c) => {
      const act = await postedAct(c, session, showCase)
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const away = elsewhere(c, followed)
      if (away) return away
      const said = fieldValue(form, sayField)
      if (said !== 'agreed' && said !== 'refused')
        return show(c, followed, form, { status: 422, text: storyMessages.required })
      const done = await answerStory(ports, followed, { seq: Number(fieldValue(form, askField)), said })
      return done.ok
        ? seeOther(c, `${actions.trackCase}#${notices.said}`)
        : show(c, followed, form, { status: 409, text: storyMessages[done.error] })
    })
}
