import type { Context } from 'hono'
import { type FileRefusal, refusalErrors } from '#domain/evidence/adding.ts'
import { statusOfRefusal } from '#domain/evidence/statuses.ts'
import { asksForJson } from '#http/asks-json.ts'
import { errorTitle, formState, type PostedForm, typedText } from '#http/form.ts'
import { recordsSound } from '#http/own-policy.ts'
import { refuseFile } from '#http/refuse-file.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormError } from '#ui/form/state.ts'
import { viewOf } from '../view-of.ts'
import { captionLabel, FilesPage, filesTitle } from './page.tsx'
import { shownIn } from './shown-file.ts'

/** What a person said of a file that was not taken, to be shown again. */
export const wordsOf = (form: PostedForm) => [{ label: captionLabel, text: typedText(form, 'caption') }]

/** Makes the answers that several routes of files give. */
export const filesShower = (ports: Ports<FollowingStore>) => {
  type Status = 200 | 400 | 403 | 409 | 411 | 413 | 415 | 422 | 503
  const show = async (
    c: Context,
    followed: FollowedCase,
    status: Status = 200,
    form: PostedForm = new Map([['audience', ['mediator']]]),
    errors: FormError[] = [],
  ) => {
    const view = await viewOf(ports, followed)
    if (view.can.includes('file')) recordsSound(c)
    const main = (
      <FilesPage
        view={view}
        files={await shownIn(ports, followed)}
        anonymous={followed.events[0]?.data.anonymous === true}
        now={ports.clock()}
        state={formState(form, errors)}
        errors={errors}
      />
    )
    return page(c, { title: errorTitle(filesTitle, status !== 200), current: 'track', main }, status)
  }
  const refused = (c: Context, followed: FollowedCase, why: FileRefusal, form?: PostedForm) =>
    asksForJson(c) ? refuseFile(c, why) : show(c, followed, statusOfRefusal(why), form, refusalErrors(why))
  return { show, refused }
}
