import { spokenInstant } from '#domain/basics/time.ts'
import type { Unit } from '#domain/content/regions.ts'
import { deskPages, staffPath } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import type { StaffAccount } from '#store/ports/staff/accounts.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormProps } from '../ui/form-props.ts'
import { PersonFields } from '../ui/person-fields.tsx'
import { type Colleague, ReassignSelect } from '../ui/reassign-select.tsx'
import { standingOf } from '../ui/standing.ts'
import { unitName } from '../ui/unit-name.ts'
import { RemoveFactor } from './remove-factor.tsx'

const Facts = ({ person }: { person: StaffAccount }) => (
  <dl class="check">
    {[
      ['用户名', person.username],
      ['单位', unitName(person.unit)],
      ['角色', roles[person.role].name],
      ['对当事人公开的名字', person.publishedName ?? '不公开'],
      ['动态码', person.enrolled ? '已绑定' : '没有绑定'],
      [
        '情况',
        person.deactivatedAt === null ? standingOf(person) : `${spokenInstant(person.deactivatedAt)}停用`,
      ],
    ].map(([term, text]) => (
      <div>
        <dt>{term}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
)

const FreshLink = ({ link }: { link: string }) => (
  <section class="note" role="status" aria-label="新链接">
    <b>交给本人的链接</b>
    <p>
      <span class="typed">{link}</span>
    </p>
    <p>
      只能用一次，三天内有效，十分钟以后这里不再显示。请当面交，或者打电话听出是本人以后再发，不要发到群里。
    </p>
  </section>
)

interface PersonProps extends FormProps {
  person: StaffAccount
  units: Unit[]
  colleagues: Colleague[]
  /** The new link, shown for some minutes after it was made. */
  link?: string | undefined
  /** True for the admin's own account: they may not change their own role or deactivate themselves. */
  self: boolean
  done?: string | undefined
  /** The open request to remove the second factor; `own` if the admin who reads the page made it. */
  request: { name: string; own: boolean } | null
}

/** One account, and the actions an admin can take on it. */
export const StaffPersonPage = ({
  person,
  units,
  colleagues,
  link,
  self,
  done,
  request,
  state,
  errors,
}: PersonProps) => (
  <div class="page-width">
    <ErrorSummary errors={errors} />
    {done ? (
      <p class="note" role="status">
        {done}
      </p>
    ) : null}
    {link ? <FreshLink link={link} /> : null}
    <header class="page-head">
      <h1>{person.name}</h1>
    </header>
    <Facts person={person} />
    {self ? (
      <p class="section">
        这是您自己的账号。单位、角色和停用，要请另一位管理员来改；
        <a href={deskPages.account.path}>改密码在这里</a>。
      </p>
    ) : null}
    {!self && person.deactivatedAt !== null ? (
      <form class="section" action={staffPath(person.id, 'reactivate')} method="post">
        <p>人回来了，可以重新启用：会有一个新链接，从头设密码。</p>
        <div class="actions">
          <button class="button" type="submit">
            重新启用
          </button>
          <a class="button secondary" href={staffPath(person.id, 'deactivate')}>
            再交接一次案件
          </a>
        </div>
      </form>
    ) : null}
    {!self && person.deactivatedAt === null ? (
      <>
        <section class="section">
          <h2 class="section-head">改姓名、单位、角色</h2>
          <form action={staffPath(person.id, 'change')} method="post" novalidate>
            <PersonFields state={state} units={units} />
            <ReassignSelect state={state} colleagues={colleagues} />
            <p class="hint">换了单位，或者改成管理员，案件才会交出去。</p>
            <div class="actions">
              <button class="button" type="submit">
                保存
              </button>
            </div>
          </form>
        </section>
        <section class="section">
          <h2 class="section-head">忘了密码</h2>
          <form action={staffPath(person.id, 'link')} method="post">
            <p>
              发一个新链接。旧密码马上作废，正登录着的也会退出；绑定过的动态码还要用。本人会看到是谁发的。
            </p>
            <div class="actions">
              <button class="button secondary" type="submit">
                发新链接
              </button>
            </div>
          </form>
        </section>
        {person.enrolled ? <RemoveFactor person={person} request={request} state={state} /> : null}
        <section class="section">
          <h2 class="section-head">不在这里工作了</h2>
          <p>
            <a class="more" href={staffPath(person.id, 'deactivate')}>
              停用账号，交接案件
            </a>
          </p>
        </section>
      </>
    ) : null}
    <p class="section">
      <a class="more" href={`${deskPages.log.path}?who=${person.id}`}>
        这个人的记录
      </a>{' '}
      <a class="more" href={deskPages.staff.path}>
        回账号列表
      </a>
    </p>
  </div>
)
