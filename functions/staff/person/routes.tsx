import { type Context, Hono } from 'hono'
import { missingCalendarYear } from '#domain/clocks/clocks.ts'
import { deskPages, staffPath } from '#domain/routes/site.ts'
import { unitsBelow } from '#domain/staff/areas.ts'
import { shownLife } from '#domain/staff/bounds.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { deskPage, seeOther } from '#http/answers.ts'
import { fieldValue, type PostedForm, readForm, typedText } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { ownedCookie } from '#http/sealed-cookie.ts'
import type { AccountStore, StaffAccount } from '#store/ports/staff/accounts.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { FactorStore } from '#store/ports/staff/second-factor.ts'
import { blank, type Door, type FieldFault, formProps, titled } from '../auth-for-request.ts'
import { NewStaffPage } from '../new-account/page.tsx'
import {
  changeAccount,
  createAccount,
  deactivateAccount,
  findAccount,
  listAccounts,
  readPerson,
  renewLink,
} from '../people/accounts.ts'
import { StaffListPage } from '../people/page.tsx'
import type { StaffPorts } from '../ports.ts'
import { DeactivatePage, StaffPersonPage, toUnit } from './page.tsx'
import { openRequest, removeFactor } from './second-admin.ts'

const doneWords: Record<string, string> = {
  changed: '改好了。',
  deactivated: '账号已停用。',
  asked: '已经记下。请另一位管理员打开这个人的账号，点“同意解除”。',
  removed: '动态码已经解除。请再发一个新链接，让本人从头绑定。',
}

/** What the form of a person shows before anything was typed. */
const formOf = ({ name, publishedName, unit, role }: StaffAccount): PostedForm =>
  new Map(
    Object.entries({ name, publishedName: publishedName ?? '', unit, role, to: toUnit }).map(([k, v]) => [
      k,
      [v],
    ]),
  )

/** /desk/staff/…: for admins. To everybody else these pages do not exist. */
export const staffRoutes = (
  ports: StaffPorts<AccountStore & FactorStore & Pick<LogStore, 'makersOf'>>,
  door: Door,
): Hono => {
  /** Lets the admin see the link he just made, for some minutes. */
  const shown = ownedCookie<{ linkOf: string; token: string }>(ports, 'link-cookie', shownLife)

  const colleaguesOf = async (account: StaffAccount) =>
    (await ports.staff.colleagues(account.unit)).filter(({ id }) => id !== account.id)

  const showNew = (c: Context, form: PostedForm, faults: FieldFault[], status: 200 | 422 = 422) => {
    const main = <NewStaffPage {...formProps(form, faults)} units={unitsBelow(c.get('staff').unit)} />
    return deskPage(c, { title: titled(deskPages.newStaff.name, faults), current: 'staff', main }, status)
  }

  const showPerson = async (
    c: Context,
    person: StaffAccount,
    form: PostedForm,
    faults: FieldFault[],
    status: 200 | 422 = 422,
  ) => {
    const made = await shown.read(c, c.get('staff').id)
    const link =
      made?.linkOf === person.id && !person.ready && person.deactivatedAt === null
        ? new URL(`${deskPages.invite.path}/${made.token}`, c.req.url).href
        : undefined
    const main = (
      <StaffPersonPage
        {...{ person, link, ...formProps(form, faults) }}
        units={unitsBelow(c.get('staff').unit)}
        colleagues={await colleaguesOf(person)}
        self={person.id === c.get('staff').id}
        asked={await askedBy(c, person)}
        done={doneWords[queryValue(c, 'done')]}
      />
    )
    return deskPage(c, { title: titled(person.name, faults), current: 'staff', main }, status)
  }

  const showDeactivate = async (
    c: Context,
    person: StaffAccount,
    form: PostedForm,
    faults: FieldFault[],
    status: 200 | 422 = 422,
  ) => {
    const colleagues = await colleaguesOf(person)
    const main = <DeactivatePage {...{ person, colleagues, ...formProps(form, faults) }} />
    return deskPage(c, { title: titled(`停用${person.name}的账号`, faults), current: 'staff', main }, status)
  }

  /** Who asked to remove this person's second factor, as far as somebody still may agree. */
  const askedBy = async (c: Context, person: StaffAccount) => {
    const found = await openRequest(ports, person)
    return found && { name: found.asker.name, own: found.asker.id === c.get('staff').id }
  }

  /** To whom cases go: a colleague, the unit, or undefined for what stands in no list. */
  const heir = async (account: StaffAccount, form: PostedForm): Promise<string | null | undefined> => {
    const to = fieldValue(form, 'to')
    if (to === toUnit) return null
    return (await colleaguesOf(account)).find(({ id }) => id === to)?.id
  }

  /** One of the admin's accounts by its address; never his own for a change. */
  const named = async (c: Context): Promise<StaffAccount | null> =>
    findAccount(ports, c.get('staff'), c.req.param('id') ?? '')
  const change =
    (work: (c: Context, account: StaffAccount, form: PostedForm, by: StaffMember) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const account = await named(c)
      if (!account || account.id === c.get('staff').id) return refuse(c, 'notFound')
      return work(c, account, posted.value, c.get('staff'))
    }

  /** After a new link: the person's page, where it is shown. */
  const showLink = async (c: Context, id: string, token: string): Promise<Response> => {
    await shown.write(c, c.get('staff').id, { linkOf: id, token })
    return seeOther(c, staffPath(id))
  }

  const app = new Hono()
  app.use(`${deskPages.staff.path}*`, async (c, next) =>
    c.get('staff').role === 'admin' ? next() : refuse(c, 'notFound'),
  )
  app.get(deskPages.staff.path, async (c) => {
    const { accounts, next } = await listAccounts(ports, c.get('staff'), queryValue(c, 'after'))
    const main = (
      <StaffListPage
        staff={accounts}
        next={next && `${deskPages.staff.path}?after=${next}`}
        missingYear={missingCalendarYear(ports.clock())}
      />
    )
    return deskPage(c, { title: deskPages.staff.name, current: 'staff', main })
  })
  app.get(deskPages.newStaff.path, (c) => showNew(c, blank, [], 200))
  app.post(deskPages.newStaff.path, async (c) => {
    const posted = await readForm(c)
    if (!posted.ok) return refuse(c, posted.error.kind)
    const field = (name: string) => typedText(posted.value, name)
    const made = await createAccount(await door.auth(c), c.get('staff'), field)
    return made.ok ? showLink(c, made.value.id, made.value.token) : showNew(c, posted.value, made.error)
  })
  app.get(staffPath(':id'), async (c) => {
    const account = await named(c)
    return account ? showPerson(c, account, formOf(account), [], 200) : refuse(c, 'notFound')
  })
  app.get(staffPath(':id', 'deactivate'), async (c) => {
    const account = await named(c)
    if (!account || account.id === c.get('staff').id) return refuse(c, 'notFound')
    return showDeactivate(c, account, new Map([['to', [toUnit]]]), [], 200)
  })
  for (const action of ['change', 'reactivate', 'link', 'factor'] as const)
    app.get(staffPath(':id', action), (c) => seeOther(c, staffPath(c.req.param('id') ?? '')))
  app.post(
    staffPath(':id', 'change'),
    change(async (c, account, form, by) => {
      const read = readPerson(by, (name) => typedText(form, name))
      const to = await heir(account, form)
      const faults = [
        ...(read.ok ? [] : read.error),
        ...(to === undefined ? [{ field: 'to', message: 'colleague' } as const] : []),
      ]
      if (!read.ok || to === undefined) return showPerson(c, account, form, faults)
      await changeAccount(ports, by, account, read.value, to)
      return seeOther(c, `${staffPath(account.id)}?done=changed`)
    }),
  )
  app.post(
    staffPath(':id', 'deactivate'),
    change(async (c, account, form, by) => {
      const to = await heir(account, form)
      const faults: FieldFault[] = []
      if (to === undefined) faults.push({ field: 'to', message: 'colleague' })
      if (fieldValue(form, 'confirm') !== 'true')
        faults.push({ field: 'confirm', message: 'confirmDeactivate' })
      if (to === undefined || faults.length > 0) return showDeactivate(c, account, form, faults)
      await deactivateAccount(ports, by, account, to)
      return seeOther(c, `${staffPath(account.id)}?done=deactivated`)
    }),
  )
  app.post(
    staffPath(':id', 'factor'),
    change(async (c, account, form, by) => {
      if (!account.enrolled || account.deactivatedAt !== null) return seeOther(c, staffPath(account.id))
      if (fieldValue(form, 'confirmFactor') !== 'true')
        return showPerson(c, account, formOf(account), [{ field: 'confirmFactor', message: 'confirmFactor' }])
      const done = await removeFactor(ports, by, account)
      return done.ok
        ? seeOther(c, `${staffPath(account.id)}?done=${done.value}`)
        : showPerson(c, account, formOf(account), [{ field: 'confirmFactor', message: 'notTwo' }])
    }),
  )
  for (const action of ['link', 'reactivate'] as const)
    app.post(
      staffPath(':id', action),
      change(async (c, account, _form, by) =>
        showLink(c, account.id, await renewLink(ports, await door.auth(c), by, account)),
      ),
    )
  return app
}
