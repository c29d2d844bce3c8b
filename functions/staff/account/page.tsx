import type { Child } from 'hono/jsx'
import { spokenInstant } from '#domain/basics/time.ts'
import { unit } from '#domain/places/areas.ts'
import { deskActions, deskPages } from '#domain/routes/site.ts'
import { deviceWords } from '#domain/staff/devices.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import { ErrorSummary, type FormState, TextField } from '#ui/fields.tsx'
import { NewPasswordFields } from '../invite/page.tsx'
import { passwordsGo } from '../sign-in/page.tsx'

interface SessionLine {
  id: string
  userAgent: string
  began: number
  seen: number
}

export interface AccountProps {
  member: StaffMember
  publishedName: string | null
  enrolled: boolean
  sessions: SessionLine[]
  /** The session that asks. */
  here: string
  state: FormState
  errors: { field: string; text: string }[]
  /** What others did to the account, and the newest rows about it. */
  notices: Child
  log: Child
  /** May this person read the log of others? */
  seesLog: boolean
  /** What was just done. */
  done?: string | undefined
}

const Facts = ({ member, publishedName, enrolled }: AccountProps) => (
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

/** Ending one asks for the password: whoever finds an open machine must not shut its owner out elsewhere. */
const Sessions = ({ sessions, here, state }: AccountProps) => (
  <section class="section">
    <h2 class="section-head">在哪些设备上登录着</h2>
    <form action={deskActions.endOtherSessions} method="post" novalidate>
      {sessions.length > 1 ? (
        <TextField
          state={state}
          name="sessionPassword"
          label="密码（退出别的设备要填）"
          hint="这一台不用填，点页面上面的“退出”就行。"
          autocomplete="current-password"
        />
      ) : null}
      <ul class="rows">
        {sessions.map(({ id, userAgent, began, seen }) => (
          <li>
            <span>
              <b>{deviceWords(userAgent)}</b>
              {id === here ? '（这一台）' : ''}
              <br />
              <span class="soft small">
                <span class="no-break">登录：{spokenInstant(began)}</span>{' '}
                <span class="no-break">最近：{spokenInstant(seen)}</span>
              </span>
            </span>
            {id === here ? null : (
              <button
                class="button leave"
                type="submit"
                name="session"
                value={id}
                formaction={deskActions.endSession}
                aria-label={`退出这一台：${deviceWords(userAgent)}`}
              >
                退出这一台
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div class="actions">
          <button class="button secondary" type="submit">
            退出其他全部
          </button>
        </div>
      ) : null}
    </form>
  </section>
)

const SecondFactor = ({ enrolled, state }: AccountProps) => (
  <section class="section">
    <h2 class="section-head">动态码</h2>
    <p>
      {enrolled
        ? '换了手机，先用旧手机或者一个备用码登录，再在这里换绑。备用码快用完了，也在这里换。'
        : '绑定以后，登录除了密码还要手机上的六位数字，别人知道密码也进不来。'}
    </p>
    <form action={enrolled ? deskActions.newPaperCodes : deskActions.beginEnrolment} method="post" novalidate>
      <TextField
        state={state}
        name="password"
        label="现在的密码"
        hint="再问一次，免得别人趁您走开动它。"
        autocomplete="current-password"
      />
      <div class="actions">
        <button class="button secondary" type="submit">
          {enrolled ? '换十个新的备用码' : '绑定动态码'}
        </button>
        {enrolled ? (
          <button class="button secondary" type="submit" formaction={deskActions.beginEnrolment}>
            换绑到新手机
          </button>
        ) : null}
      </div>
    </form>
  </section>
)

/** 我的: who I am, my password, my devices, my second factor. */
export const AccountPage = (props: AccountProps) => (
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
