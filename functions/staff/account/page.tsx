import type { Child } from 'hono/jsx'
import { unit } from '#domain/places/areas.ts'
import { deskActions, deskPages } from '#domain/routes/desk.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { OpenSession } from '../auth/sessions.ts'
import type { FormProps } from '../ui/form-props.ts'
import { NewPasswordFields, passwordsGo } from '../ui/password-fields.tsx'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'

interface Props extends FormProps {
  member: StaffMember
  publishedName: string | null
  enrolled: boolean
  sessions: OpenSession[]
  /** Id of the current session. */
  here: string
  /** Actions of others on the account, and its newest log rows. */
  notices: Child
  log: Child
  /** True if this person may read the log of others. */
  seesLog: boolean
  /** Confirmation of the action just done. */
  done?: string | undefined
}

const Facts = ({ member, publishedName, enrolled }: Props) => (
  <dl class="check">
    {[
      ['姓名', member.name],
      ['对当事人公开的名字', publishedName ?? '不公开'],
      ['用户名', member.username],
      ['单位', unit(member.unit).name],
      ['角色', `${roles[member.role].name}：${roles[member.role].purpose}`],
      ['动态码', enrolled ? '已绑定' : '没有绑定'],
    ].map(([term, text]) => (
      <div>
        <dt>{term}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
)

/** 我的: the person's own account, password, devices and second factor. */
export const AccountPage = (props: Props) => (
  <div class="page-width">
    <ErrorSummary errors={props.errors} kept={passwordsGo} />
    {props.done ? (
      <p class="note" role="status">
        {props.done}
      </p>
    ) : null}
    <header class="page-head">
      <h1>我的账号</h1>
      <p>姓名、单位和角色有错，请告诉管理员。</p>
    </header>
    {props.notices}
    <Facts {...props} />
    <Sessions {...props} />
    <section class="section">
      <h2 class="section-head">改密码</h2>
      <form action={deskActions.password} method="post" novalidate>
        <input
          class="visually-hidden"
          type="text"
          name="username"
          value={props.member.username}
          autocomplete="username"
          readonly
          tabindex={-1}
          aria-label="用户名"
        />
        <TextField
          state={props.state}
          name="currentPassword"
          label="原来的密码"
          autocomplete="current-password"
        />
        <NewPasswordFields state={props.state} />
        <div class="actions">
          <button class="button" type="submit">
            改密码
          </button>
        </div>
        <p class="soft small">改了以后，其他设备都要重新登录。</p>
      </form>
    </section>
    <SecondFactor {...props} />
    {props.log}
    <p class="section">
      {props.seesLog ? (
        <a class="more" href={deskPages.log.path}>
          别人的登录和查看
        </a>
      ) : null}{' '}
      <a class="more" href={deskPages.today.path}>
        回工作台
      </a>
    </p>
  </div>
)
