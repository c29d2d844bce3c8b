import { type Context, Hono } from 'hono'
import {
  type AddingFault,
  type FileRefusal,
  readSaid,
  refusalErrors,
  type Said,
} from '#domain/evidence/adding.ts'
import { checkChosen } from '#domain/evidence/chosen.ts'
import { statusOfRefusal } from '#domain/evidence/statuses.ts'
import { refusals } from '#domain/filing/messages.ts'
import { complainant, type Scope } from '#domain/history/events.ts'
import { filePath, filesPath } from '#domain/routes/desk.ts'
import { asksForJson, storedAt } from '#http/asks-json.ts'
import { mediaType } from '#http/body.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, fieldValue, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { showNotTaken } from '#http/lost-form.tsx'
import { refuse } from '#http/refusals.tsx'
import { refuseFile } from '#http/refuse-file.ts'
import { isSameOrigin } from '#http/same-origin.ts'
import { drain, receiveUpload } from '#http/upload.ts'
import type { FormError } from '#ui/form/state.ts'
import type { DeskCase } from '../case/open-case.ts'
import { missingCase } from '../missing-case.ts'
import { actorOf } from '../moves/move-case.ts'
import { notTakenText } from '../moves/not-taken.ts'
import { type AddFile, type DeskCasePorts, memberOf } from '../ports.ts'
import { subjectOf } from '../ui/case-list.tsx'
import { AddPage, addTitle, sources } from './add-page.tsx'
import { errorIn, lostWords, openToRecord, type Status } from './shared.ts'

const blankForm: PostedForm = new Map([['audience', ['mediator']]])

/** What was answered about a file that staff put to a case, or what is wrong with it. */
const readAdding = (form: PostedForm): { said: Said; scope: Scope } | { faults: AddingFault[] } => {
  const source = fieldValue(form, 'source')
  const said = readSaid(
    { caption: typedText(form, 'caption'), audience: fieldValue(form, 'audience'), sensitive: '' },
    false,
  )
  const faults: AddingFault[] = [
    ...(Object.hasOwn(sources, source) ? [] : [{ field: 'source', code: 'unknown' } as const]),
    ...(said.ok ? [] : said.error),
    ...(said.ok && said.value.caption === '' ? [{ field: 'caption', code: 'required' } as const] : []),
    ...(fieldValue(form, 'sure') === 'true' ? [] : [{ field: 'sure', code: 'required' } as const]),
  ]
  return said.ok && faults.length === 0
    ? { said: said.value, scope: source === 'party' ? complainant : 'record' }
    : { faults }
}

/** /desk/cases/<number>/files: staff put a file to a case. */
export const addRoutes = (ports: DeskCasePorts & { addFile: AddFile }): Hono => {
  const showAdd = (
    c: Context,
    { record }: DeskCase,
    status: Status = 200,
    form: PostedForm = blankForm,
    errors: FormError[] = [],
  ) => {
    const main = (
      <AddPage
        number={record.number}
        title={subjectOf(record)}
        state={formState(form, errors)}
        errors={errors}
      />
    )
    return deskPage(c, { title: errorTitle(addTitle, status !== 200), current: 'cases', main }, status)
  }
  const refused = (
    c: Context,
    deskCase: DeskCase,
    why: FileRefusal,
    form?: PostedForm,
    more: FormError[] = [],
  ) => {
    return asksForJson(c)
      ? refuseFile(c, why)
      : showAdd(c, deskCase, statusOfRefusal(why), form, [...refusalErrors(why), ...more])
  }

  const addIn = async (
    c: Context,
    deskCase: DeskCase,
    form: PostedForm,
    upload: Parameters<AddFile>[1]['upload'],
  ): Promise<Response> => {
    const read = readAdding(form)
    if ('faults' in read) {
      const chosen = checkChosen(upload.files)
      // A file that is missing is said at once, and not after everything else is right.
      const more = chosen.ok ? [] : refusalErrors(chosen.error)
      return refused(c, deskCase, read.faults, form, more)
    }
    const added = await ports.addFile(deskCase.stored, {
      ...{ upload, said: read.said },
      by: { ...actorOf(memberOf(c)), scope: read.scope },
      refusal: () => null,
      again: async () => (await openToRecord(ports, c))?.stored ?? null,
    })
    return added.ok
      ? storedAt(c, filePath(deskCase.record.number, added.value.id))
      : refused(c, deskCase, added.error, form)
  }

  /** A post without a file, by which the script of the form asks whether the rest is right (site/public/files.js). */
  const withoutFile = async (c: Context) => {
    const form = await posted(c, async (typed, why) => {
      const deskCase = await openToRecord(ports, c)
      if (!deskCase) return showNotTaken(c, why, typed)
      return showAdd(c, deskCase, why.status, typed, errorIn('caption', notTakenText[why.refusal]))
    })
    if (!form.ok) return form.error
    const deskCase = await openToRecord(ports, c)
    if (!deskCase) return lostWords(c, form.value)
    const read = readAdding(form.value)
    return refused(c, deskCase, 'faults' in read ? read.faults : 'none', form.value)
  }

  return new Hono()
    .get(filesPath(':number'), async (c) => {
      const deskCase = await openToRecord(ports, c)
      return deskCase ? showAdd(c, deskCase) : missingCase(ports, c)
    })
    .post(filesPath(':number'), async (c) => {
      if (mediaType(c.req.raw) !== 'multipart/form-data') return withoutFile(c)
      const deskCase = isSameOrigin(c.req.raw) ? await openToRecord(ports, c) : null
      if (!deskCase) {
        await drain(c.req.raw)
        return isSameOrigin(c.req.raw) ? missingCase(ports, c) : refuse(c, 'origin')
      }
      return receiveUpload(
        c,
        ports,
        (fault) => refused(c, deskCase, fault),
        ({ form, guessed, ...upload }) =>
          guessed
            ? showAdd(c, deskCase, 415, form, errorIn('caption', refusals.encoding.text))
            : addIn(c, deskCase, form, upload),
      )
    })
}
