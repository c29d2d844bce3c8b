import { type Context, Hono } from 'hono'
import { deskPages, staffPath } from '#domain/routes/desk.ts'
import { unitsBelow } from '#domain/staff/areas.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, type PostedForm, typedText } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import type { AccountStore, StaffAccount } from '#store/ports/staff/accounts.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { FactorStore } from '#store/ports/staff/second-factor.ts'
import { type FieldFault, formProps, type StaffAuths, titled } from '../auth-for-request.ts'
import { accountForRequest } from '../people/account-for-request.ts'
import { changeAccount, readPerson, renewLink } from '../people/accounts.ts'
import type { StaffPorts } from '../ports.ts'
import { toUnit } from '../ui/reassign-select.tsx'
import { linkCookie, showLink } from './link-cookie.ts'
import { StaffPersonPage } from './page.tsx'
import { openRequest, removeFactor } from './second-admin.ts'

const doneWords: Record<string, string> = {
  changed: '改好了。',
  deactivated: '账号已停用。',
  asked: '已经记下。请另一位管理员打开这个人的账号，点“同意解除”。',
  removed: '动态码已经解除。请再发一个新链接，让本人从头绑定。',
}

/** The initial values of a person's form. */
const formOf = ({ name, publishedName, unit, role }: StaffAccount): PostedForm =>
  new Map(
    Object.entries({ name, publishedName: publishedName ?? '', unit, role, to: toUnit }).map(([k, v]) => [
      k,
      [v],
    ]),
  )

/** /desk/staff/<id>: the account of another person and the actions on it. */
export const personRoutes = (
  ports: StaffPorts<AccountStore & FactorStore & Pick<LogStore, 'makersOf'>>,
  auths: StaffAuths,
): Hono => {
  const links = linkCookie(ports)
  const { change, colleaguesOf, heir, named } = accountForRequest(ports)

  /** The open request to remove this person's second factor, with the name of who made it. */
  const requestFor = async (c: Context, person: StaffAccount) => {
    const found = await openRequest(ports, person)
    return found && { name: found.asker.name, own: found.asker.id === c.get('staff').id }
  }

  const show = async (
    c: Context,
    person: StaffAccount,
    form: PostedForm,
    faults: FieldFault[],
    status: 200 | 403 | 415 | 422 = 422,
  ) => {
    const fresh = await links.read(c, c.get('staff').id)
    const link =
      fresh?.linkOf === person.id && !person.ready && person.deactivatedAt === null
        ? new URL(`${deskPages.invite.path}/${fresh.token}`, c.req.url).href
        : undefined
    const main = (
      <StaffPersonPage
        person={person}
        link={link}
        {...formProps(form, faults)}
        units={unitsBelow(c.get('staff').unit)}
        colleagues={await colleaguesOf(person)}
        self={person.id === c.get('staff').id}
        request={await requestFor(c, person)}
        done={doneWords[queryValue(c, 'done')]}
      />
    )
    return deskPage(c, { title: titled(person.name, faults), current: 'staff', main }, status)
  }

  const app = new Hono()
  app.get(staffPath(':id'), async (c) => {
    const account = await named(c)
    return account ? show(c, account, formOf(account), [], 200) : refuse(c, 'notFound')
  })
  for (const action of ['change', 'reactivate', 'link', 'factor'] as const)
    app.get(staffPath(':id', action), (c) => seeOther(c, staffPath(c.req.param('id') ?? '')))
  app.post(
    staffPath(':id', 'change'),
    change(
      async (c, account, form, by) => {
        const read = readPerson(by, (name) => typedText(form, name))
        const to = await heir(account, form)
        const faults = [
          ...(read.ok ? [] : read.error),
          ...(to === undefined ? [{ field: 'to', message: 'colleague' } as const] : []),
        ]
        if (!read.ok || to === undefined) return show(c, account, form, faults)
        await changeAccount(ports, by, account, read.value, to)
        return seeOther(c, `${staffPath(account.id)}?done=changed`)
      },
      (c, account, typed, { refusal, status }) =>
        show(c, account, typed, [{ field: 'name', message: refusal }], status),
    ),
  )
  app.post(
    staffPath(':id', 'factor'),
    change(async (c, account, form, by) => {
      if (!account.enrolled || account.deactivatedAt !== null) return seeOther(c, staffPath(account.id))
      if (fieldValue(form, 'confirmFactor') !== 'true')
        return show(c, account, formOf(account), [{ field: 'confirmFactor', message: 'confirmFactor' }])
      const done = await removeFactor(ports, by, account)
      return done.ok
        ? seeOther(c, `${staffPath(account.id)}?done=${done.value}`)
        : show(c, account, formOf(account), [{ field: 'confirmFactor', message: 'notTwo' }])
    }),
  )
  for (const action of ['link', 'reactivate'] as const)
    app.post(
      staffPath(':id', action),
      change(async (c, account, _form, by) =>
        showLink(ports, c, account.id, await renewLink(ports, await auths.forRequest(c), by, account)),
      ),
    )
  return app
}
