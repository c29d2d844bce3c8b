import type { Context } from 'hono'
import { addingMessage, type FileRefusal, refusalText } from '#domain/evidence/adding.ts'
import { statusOfRefusal } from '#domain/evidence/statuses.ts'
import { filesOf } from '#domain/history/case-files.ts'
import type { Scope } from '#domain/history/events.ts'
import { caseWords, wordsIn } from '#domain/history/words.ts'
import { actions } from '#domain/routes/site.ts'
import { errorTitle, formState, type PostedForm, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import { fileField } from '#http/upload.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormError } from '#ui/form/state.ts'
import { showLostWords } from '../case/show-case.tsx'
import { viewOf } from '../view-of.ts'
import { captionLabel, FilesPage, filesTitle } from './page.tsx'
import type { ShownFile } from './shown-file.ts'

/** The key scope of the holder of a code. */
export const scopeOf = ({ holder }: FollowedCase): Scope => `party:${holder.party}`

/** What a person said of a file that was not taken, to be shown again. */
const wordsOf = (form: PostedForm) => {
  const text = typedText(form, 'caption')
  return text === '' ? [] : [{ label: captionLabel, text }]
}

const errorsOf = (why: FileRefusal): FormError[] =>
  typeof why === 'string'
    ? [{ field: fileField, text: refusalText(why) }]
    : why.map((fault) => ({ field: fault.field, text: addingMessage(fault) }))

/** Makes the answers that several routes of files give. */
export const filesShower = (ports: Ports<FollowingStore>) => {
  const shownIn = async (followed: FollowedCase): Promise<ShownFile[]> => {
    const files = filesOf(followed.events, scopeOf(followed)).filter(({ erased }) => !erased)
    const opened = await followed.words([scopeOf(followed)], new Set(files.map(({ seq }) => seq)))
    const words = caseWords(followed.record.id, opened, ports.log)
    return files.map((file) => {
      const kind = file.actor.startsWith('party:') ? 'file-added' : 'file-recorded'
      return { file, caption: wordsIn({ words }, { seq: file.seq, kind })?.caption ?? '' }
    })
  }
  type Status = 200 | 400 | 403 | 409 | 411 | 413 | 415 | 422 | 503
  const show = async (
    c: Context,
    followed: FollowedCase,
    status: Status = 200,
    form: PostedForm = new Map([['audience', ['mediator']]]),
    errors: FormError[] = [],
  ) => {
    const main = (
      <FilesPage
        view={await viewOf(ports, followed)}
        files={await shownIn(followed)}
        anonymous={followed.events[0]?.data.anonymous === true}
        now={ports.clock()}
        state={formState(form, errors)}
        errors={errors}
      />
    )
    return page(c, { title: errorTitle(filesTitle, status !== 200), current: 'track', main }, status)
  }
  const refused = (c: Context, followed: FollowedCase, why: FileRefusal, form?: PostedForm) =>
    show(c, followed, statusOfRefusal(why), form, errorsOf(why))
  /** Answers words for which there is no case any more. */
  const lost = (c: Context, status: 403 | 409 | 415, why: 'ended' | 'other', form: PostedForm) =>
    wordsOf(form).length > 0 ? showLostWords(c, status, why, wordsOf(form)) : seeOther(c, actions.trackFiles)
  return { shownIn, show, refused, lost }
}
