import { type Context, Hono } from 'hono'
import { ok, type Result } from '#domain/basics/result.ts'
import { actions } from '#domain/routes/site.ts'
import { errorTitle, filledForm, formState, type PostedForm } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page, type ShellPage } from '#http/site-page.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import type { FormError, FormState } from '#ui/form/state.ts'
import type { KeptWord } from '#ui/kept-words.tsx'
import type { LostStatus, ShowCase } from './case/show-case.tsx'
import { postedAct } from './posted-act.ts'
import { postedWords } from './posted-words.ts'
import type { TrackingSession } from './session.ts'

/** Why what was posted was not taken, and the field that says so if it is not the usual one. */
interface Refused {
  status: LostStatus | 422
  text: string
  field?: string
}

/** What is wrong with a form, and its state: as it was typed, null if nothing was. */
interface Shown {
  typed: PostedForm | null
  state: FormState
  errors: FormError[]
}

/** A page with one form, by which the holder of a code does something in their case. */
interface ActPage {
  path: string
  title: string
  /** The field that says what is wrong; absent where nothing is refused. */
  field?: string
  /** Where somebody goes who has nothing to do here; null if they have. */
  elsewhere?: (followed: FollowedCase) => string | null
  /** Gives null if there is nothing to show; then the case is. */
  show: (followed: FollowedCase, shown: Shown) => Promise<Pick<ShellPage, 'main' | 'paper'> | null>
  /** Its free texts, which are kept where they cannot be taken; absent in a form of choices. */
  wordsIn?: (form: PostedForm) => KeptWord[]
  /** Does what was posted; gives the path to go to. */
  act: (followed: FollowedCase, form: PostedForm) => Promise<Result<string, Refused>>
}

/** Of what only a holder's own code may do: one that staff have seen is replaced first. */
export const toOwnCode = ({ holder }: FollowedCase): string | null =>
  holder.staffSaw ? actions.trackNewCode : null

/** The routes of such a page: it is shown; what is posted is done, or shown again with the reason why it was not. */
export const actRoutes = (
  session: TrackingSession,
  showCase: ShowCase,
  { path, title, field = '', elsewhere = () => null, show, wordsIn, act }: ActPage,
): Hono => {
  const answer = async (c: Context, followed: FollowedCase, typed: PostedForm | null, refused?: Refused) => {
    const errors = refused ? [{ field: refused.field ?? field, text: refused.text }] : []
    const shown = await show(followed, { typed, errors, state: formState(typed ?? filledForm({}), errors) })
    if (!shown) return seeOther(c, actions.trackCase)
    const head = { title: errorTitle(title, refused !== undefined), current: 'track' } as const
    return page(c, { ...head, ...shown }, refused?.status ?? 200)
  }
  const read = (c: Context) =>
    wordsIn
      ? postedWords(c, session, {
          wordsIn,
          again: (found, form, status, text) => answer(c, found, form, { status, text }),
        })
      : postedAct(c, session, showCase)

  return new Hono()
    .get(path, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      const away = elsewhere(found.value)
      return away ? seeOther(c, away) : answer(c, found.value, null)
    })
    .post(path, async (c) => {
      const posted = await read(c)
      if (!posted.ok) return posted.error
      const { form, followed } = posted.value
      const away = elsewhere(followed)
      const done = away ? ok(away) : await act(followed, form)
      return done.ok ? seeOther(c, done.value) : answer(c, followed, form, done.error)
    })
}
