import type { Context } from 'hono'
import { LostFormPage, lostFormReasons, type WhyLost } from '#ui/lost-form-page.tsx'
import { deskPage } from './desk-page.tsx'
import { deskWords } from './desk-words.ts'
import { errorTitle, lostForm, type PostedForm } from './form.ts'
import { type NotTaken, refuse } from './refusals.tsx'

const statusOf: Record<WhyLost, 403 | 404 | 415> = {
  ended: 403,
  enrol: 403,
  gone: 404,
  moved: 404,
  notHandling: 404,
  notCounty: 404,
  elsewhere: 403,
  encoding: 415,
}

/**
 * Answers a form of the desk that was not taken with the words a person wrote in it.
 * @param otherwise answers if it holds none
 */
export const showLostForm = (
  c: Context,
  why: WhyLost,
  form: PostedForm,
  otherwise: () => Response | Promise<Response>,
): Response | Promise<Response> => {
  const words = deskWords(form)
  if (words.length === 0) return otherwise()
  const title = errorTitle(lostFormReasons[why].title)
  return deskPage(c, { title, current: null, main: <LostFormPage why={why} words={words} /> }, statusOf[why])
}

/** Shows the words of a post from another site's page, or in another encoding, whose form cannot be shown again. */
export const showNotTaken = (
  c: Context,
  { refusal }: NotTaken,
  form: PostedForm,
): Response | Promise<Response> =>
  showLostForm(c, refusal === 'origin' ? 'elsewhere' : refusal, form, () => refuse(c, refusal))

/** `showLostForm` for a request whose form was not read; words from another site's page are not shown. */
export const showUnreadForm = async (
  c: Context,
  why: WhyLost,
  otherwise: () => Response | Promise<Response>,
): Promise<Response> => showLostForm(c, why, await lostForm(c), otherwise)
