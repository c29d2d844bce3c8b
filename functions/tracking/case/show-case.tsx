import type { Context } from 'hono'
import { charactersBesideTexts } from '#domain/basics/bounds.ts'
import { pages } from '#domain/routes/site.ts'
import { maySuggest, type Similar } from '#domain/search/similar.ts'
import { asksForJson } from '#http/asks-json.ts'
import { errorTitle, fieldValue, type PostedForm } from '#http/form.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { KeptWord } from '#ui/kept-words.tsx'
import { TrackForm } from '../form.tsx'
import { openAnswer } from '../open-answer.ts'
import { refuseLost, type WhyLost } from '../refuse-lost.ts'
import { viewOf } from '../view-of.ts'
import type { Typed } from './conversation.tsx'
import { LostReply } from './lost-reply.tsx'
import { CasePage, headingOf } from './page.tsx'
import { replyCaseField } from './reply-form.tsx'

/** Answers that several routes of a followed case give. */

/** Status of an answer to words that cannot be taken: no session or another site, another case, another encoding. */
export type LostStatus = 403 | 409 | 415

/** Shows words that could not be sent, above the form that opens their case again; a script has them still. */
export const showLostWords = (
  c: Context,
  status: LostStatus,
  why: WhyLost,
  words: KeptWord[],
): Response | Promise<Response> => {
  if (asksForJson(c)) return refuseLost(c, status, why)
  const typed = words.filter(({ text }) => text !== '')
  const main = <TrackForm first={<LostReply why={why} words={typed} />} />
  return page(c, { title: errorTitle(pages.track.name), current: 'track', main }, status)
}

/**
 * True if words were written in another case than this, or by another person of it: another tab of the browser has entered
 * this code since.
 */
export const isForOther = (form: PostedForm, followed: FollowedCase): boolean => {
  const mark = fieldValue(form, replyCaseField)
  return mark !== '' && mark !== followed.holder.mark
}

/** Makes the function that shows a followed case, with what was typed into it and not taken. */
export const caseShower =
  (ports: Ports<FollowingStore>, similar: Similar) =>
  async (
    c: Context,
    followed: FollowedCase,
    status: 200 | 403 | 409 | 415 | 422 = 200,
    typed: Typed = {},
  ): Promise<Response> => {
    const view = await viewOf(ports, await openAnswer(ports, followed))
    const words = view.messages.reduce((sum, { text }) => sum + text.length, 0)
    const roomy = words <= charactersBesideTexts
    const alike = roomy && maySuggest(view.level) ? await similar.bySubject(view.category) : []
    const main = <CasePage view={view} now={ports.clock()} similar={alike} typed={typed} />
    const title = errorTitle(headingOf(view), status !== 200)
    return page(c, { title, current: 'track', main }, status)
  }

export type ShowCase = ReturnType<typeof caseShower>
