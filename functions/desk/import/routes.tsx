import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { day, units } from '#domain/basics/bounds.ts'
import { byteOrderMark, csvLine } from '#domain/basics/csv.ts'
import { hex } from '#domain/basics/hex.ts'
import { dayOf } from '#domain/basics/time.ts'
import { refusals } from '#domain/filing/messages.ts'
import { draftDays, importBounds } from '#domain/importing/bounds.ts'
import { notText, tableFaults } from '#domain/importing/sentences.ts'
import type { TableFault } from '#domain/importing/table.ts'
import { deskPages, importPath } from '#domain/routes/desk.ts'
import { decides } from '#domain/staff/staff.ts'
import { mediaType, readBody } from '#http/body.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, fieldValue, formState, type PostedForm, posted } from '#http/form.ts'
import { showLostForm, showUnreadForm } from '#http/lost-form.tsx'
import { boundaryIn, readFileForm } from '#http/multipart.ts'
import { refuse } from '#http/refusals.tsx'
import { isSameOrigin } from '#http/same-origin.ts'
import { seeOther } from '#http/see-other.ts'
import { drain } from '#http/upload.ts'
import type { FormError, FormState } from '#ui/form/state.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { CheckPage, fromField } from './check-page.tsx'
import { chosenState, readChosen } from './chosen.ts'
import { ColumnsPage } from './columns-page.tsx'
import { importNext, isLeft, lookAt } from './look-at.ts'
import { type Ledger, type LedgerState, readLedger, type Watching, withHead } from './read-ledger.ts'
import { fileField, UploadPage } from './upload-page.tsx'

/** How many ledgers of one member of staff wait at a time; an older one goes when another is read. */
const draftsKept = 2

const idPattern = /^[0-9a-f]{32}$/

/** Only for those who decide for their unit; for everybody else there is no such page. */
const onlyDeciding: MiddlewareHandler = async (c, next) =>
  decides(memberOf(c)) ? next() : showUnreadForm(c, 'notHandling', () => refuse(c, 'notFound'))

/** /desk/import: an old ledger is read, looked at, and stored as cases (docs/adr/0055-import.md). */
export const importRoutes = (ports: DeskCasePorts): Hono => {
  const { store, clock } = ports
  const thisYear = () => Number(dayOf(clock()).slice(0, 4))

  const showUpload = async (
    c: Context,
    errors: FormError[] = [],
    status: 200 | 403 | 413 | 415 | 422 = 200,
    watching?: string,
  ) => {
    const drafts = await store.drafts(memberOf(c).id, clock())
    const waiting = drafts.flatMap(({ id, state, expiresAt }) => {
      const { count, finished } = state as LedgerState
      return finished ? [] : [{ id, expiresAt, rows: count }]
    })
    const main = (
      <UploadPage
        state={formState(new Map(), errors)}
        errors={errors}
        waiting={waiting}
        watching={watching}
      />
    )
    return deskPage(
      c,
      { title: errorTitle(deskPages.import.name, status !== 200), current: 'register', main },
      status,
    )
  }
  const refused = (c: Context, why: TableFault | Watching) =>
    typeof why === 'string'
      ? showUpload(c, [{ field: fileField, text: tableFaults[why] }], why === 'tooBig' ? 413 : 422)
      : showUpload(
          c,
          [{ field: fileField, text: `这张表写着“${why.watching}”，整张不收。` }],
          422,
          why.watching,
        )

  const idIn = (c: Context): string => (c.req.param('id') ?? '').slice(0, units.short)

  /** The dry run; it finds people by their names, so it is in the log as a search. */
  const look = async (c: Context, { id, ledger }: { id: string; ledger: Ledger }) => {
    const member = memberOf(c)
    await ports.looks.searched(member, id)
    return lookAt(ports, member, ledger)
  }

  /** The ledger that the address names, if it is this person's. */
  const openDraft = async (c: Context): Promise<{ id: string; ledger: Ledger; expiresAt: number } | null> => {
    const id = idIn(c)
    const found = idPattern.test(id) ? await store.draft(id, memberOf(c).id, clock()) : null
    return (
      found && {
        id,
        ledger: { state: found.state as LedgerState, rows: found.rows },
        expiresAt: found.expiresAt,
      }
    )
  }

  const showColumns = (
    c: Context,
    { id, ledger }: { id: string; ledger: Ledger },
    state: FormState = chosenState(ledger.state),
    errors: FormError[] = [],
    status: 200 | 403 | 415 | 422 = 200,
  ) => {
    const main = <ColumnsPage id={id} thisYear={thisYear()} ledger={ledger} state={state} errors={errors} />
    return deskPage(c, { title: errorTitle('认列', status !== 200), current: 'register', main }, status)
  }

  const keep = async (c: Context, bytes: Uint8Array<ArrayBuffer>) => {
    const member = memberOf(c)
    const read = await readLedger(bytes)
    if (!read.ok) return refused(c, read.error)
    const id = hex(ports.random(16))
    const { state, rows } = read.value
    const others = await store.drafts(member.id, clock())
    for (const old of others.slice(draftsKept - 1)) await store.dropDraft(old.id, member.id)
    await store.keepDraft(id, member.id, { state, rows, expiresAt: clock() + draftDays * day })
    return seeOther(c, importPath(id))
  }

  const choose = async (
    c: Context,
    draft: { id: string; ledger: Ledger; expiresAt: number },
    form: PostedForm,
  ) => {
    const { id, ledger, expiresAt } = draft
    const member = memberOf(c)
    const read = readChosen(form, ledger, thisYear())
    if (!read.ok) return showColumns(c, draft, formState(form, read.error), read.error, 422)
    if (read.value.head !== ledger.state.head) {
      // Other heads: the columns are guessed anew, and what watches people by them goes.
      const anew = withHead(ledger.rows, read.value.head, read.value.year, ledger.state.refused)
      await store.keepDraft(id, member.id, { ...anew, expiresAt })
      return seeOther(c, importPath(id))
    }
    await store.changeDraft(id, member.id, { ...ledger.state, ...read.value, matched: true, finished: false })
    return seeOther(c, importPath(id, 'check'))
  }

  const app = new Hono()
  app.use(deskPages.import.path, onlyDeciding)
  app.use(`${deskPages.import.path}/*`, onlyDeciding)
  return app
    .get(deskPages.import.path, (c) => showUpload(c))
    .post(deskPages.import.path, async (c) => {
      const request = c.req.raw
      if (!isSameOrigin(request)) {
        await drain(request)
        return showUpload(c, [{ field: fileField, text: refusals.origin.text }], 403)
      }
      const boundary = boundaryIn(request.headers.get('content-type') ?? '')
      if (mediaType(request) !== 'multipart/form-data' || !boundary) {
        const form = await posted(c)
        return form.ok ? refused(c, 'none') : form.error
      }
      const body = await readBody(request, importBounds.formBytes)
      if (!body.ok) return body.error === 'tooLarge' ? refused(c, 'tooBig') : refuse(c, body.error)
      const [file] = readFileForm(body.value, boundary, fileField)?.files ?? []
      // A copy: the form around the file is not kept in memory with it.
      return file ? keep(c, file.slice()) : refused(c, 'none')
    })
    .get(importPath(':id'), async (c) => {
      const draft = await openDraft(c)
      return draft ? showColumns(c, draft) : refuse(c, 'notFound')
    })
    .post(importPath(':id'), async (c) => {
      const form = await posted(c, async (typed, { refusal, status }) => {
        const draft = await openDraft(c)
        if (!draft) return showLostForm(c, 'gone', typed, () => refuse(c, 'notFound'))
        const errors = [{ field: 'head', text: refusals[refusal].text }]
        return showColumns(c, draft, formState(typed, errors), errors, status)
      })
      if (!form.ok) return form.error
      const draft = await openDraft(c)
      return draft
        ? choose(c, draft, form.value)
        : showLostForm(c, 'gone', form.value, () => refuse(c, 'notFound'))
    })
    .get(importPath(':id', 'check'), async (c) => {
      const draft = await openDraft(c)
      if (!draft) return refuse(c, 'notFound')
      if (!draft.ledger.state.matched) return seeOther(c, importPath(draft.id))
      const looked = await look(c, draft)
      const { state } = draft.ledger
      if (!state.finished && !looked.some(isLeft))
        await store.changeDraft(draft.id, memberOf(c).id, { ...state, finished: true })
      const main = (
        <CheckPage
          id={draft.id}
          looked={looked}
          keepOpen={draft.ledger.state.keepOpen}
          own={memberOf(c).unit}
        />
      )
      return deskPage(c, { title: '试一遍', current: 'register', main })
    })
    .post(importPath(':id', 'check'), async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const draft = await openDraft(c)
      if (!draft) return refuse(c, 'notFound')
      if (!draft.ledger.state.matched) return seeOther(c, importPath(draft.id))
      await importNext(ports, memberOf(c), draft.ledger, Number(fieldValue(form.value, fromField)) || 1)
      return seeOther(c, importPath(draft.id, 'check'))
    })
    .get(importPath(':id', 'rest'), async (c) => {
      const draft = await openDraft(c)
      if (!draft) return refuse(c, 'notFound')
      const { ledger } = draft
      const heads = ledger.rows[ledger.state.head] ?? []
      const width = Math.max(...ledger.rows.slice(ledger.state.head).map((row) => row.length))
      const whole = (row: readonly string[]) => Array.from({ length: width }, (_, at) => row[at] ?? '')
      const rows = (await look(c, draft)).flatMap(({ line, outcome, not }) =>
        outcome === 'not' && not ? [[...whole(ledger.rows[line - 1] ?? []), notText(not)]] : [],
      )
      c.header('cache-control', 'no-store')
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="not-imported.csv"')
      const lines = [[...whole(heads), '没有导的原因'], ...rows].map(csvLine)
      return c.body(`${byteOrderMark}${lines.join('')}`)
    })
    .post(importPath(':id', 'drop'), async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const dropped = await store.dropDraft(idIn(c), memberOf(c).id)
      return dropped ? seeOther(c, deskPages.import.path) : refuse(c, 'notFound')
    })
}
