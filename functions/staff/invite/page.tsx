import { deskPages } from '#domain/routes/desk.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormProps } from '../ui/form-props.ts'
import { NewPasswordFields, passwordsGo } from '../ui/password-fields.tsx'

/** 设置密码: the page of a one-time link. */
export const InvitePage = ({
  state,
  errors,
  token,
  username,
}: FormProps & { token: string; username: string }) => (
  <div class="page-width">
    <ErrorSummary errors={errors} kept={passwordsGo} />
    <header class="page-head">
      <h1>设置您的密码</h1>
      <p>
        请记下您的用户名 <b class="no-break">{username}</b>（以后登录要用）。
      </p>
    </header>
    <form action={deskPages.invite.path} method="post" novalidate>
      <input type="hidden" name="token" value={token} />
      <input
        class="visually-hidden"
        type="text"
        name="username"
        value={username}
        autocomplete="username"
        readonly
        tabindex={-1}
        aria-label="用户名"
      />
      <NewPasswordFields state={state} />
      <div class="actions">
        <button class="button" type="submit">
          设好密码，进入工作台
        </button>
      </div>
      <p class="soft small">这个链接只能用一次。</p>
    </form>
  </div>
)

/** Shown for a used, expired or unknown link alike: the text must not reveal which. */
export const InviteGonePage = () => (
  <div class="page-width">
    <header class="page-head">
      <h1>这个链接不能用了</h1>
      <p>它可能已经用过，或者过了三天。请您的管理员发一个新的。设过密码的，直接登录就行。</p>
    </header>
    <div class="actions">
      <a class="button" href={deskPages.signIn.path}>
        去登录
      </a>
    </div>
  </div>
)
