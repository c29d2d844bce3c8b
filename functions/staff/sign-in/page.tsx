import { deskPages } from '#domain/routes/desk.ts'
import { Card } from '#ui/card.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { FormProps } from '../ui/form-props.ts'
import { passwordsGo } from '../ui/password-fields.tsx'

/** 登录: name and password. */
export const SignInPage = ({ state, errors, returned }: FormProps & { returned: boolean }) => (
  <div class="page-width">
    <ErrorSummary errors={errors} kept={passwordsGo} />
    <header class="page-head">
      <h1>登录工作台</h1>
      <p>给办理案件的工作人员用。您要说事、查进度，请到首页。</p>
    </header>
    {returned ? (
      <div class="note">
        <b>刚登录又回到这里？</b>
        <p>
          登录要靠浏览器留一块小记录（cookie）。它没有留下，就登不进去：请在浏览器设置里允许本站的
          cookie，再登录一次。坐久了没动，也会退出。
        </p>
      </div>
    ) : null}
    <div class="columns">
      <form action={deskPages.signIn.path} method="post" novalidate>
        <TextField state={state} name="username" label="用户名" autocomplete="username" />
        <TextField state={state} name="password" label="密码" autocomplete="current-password" />
        <div class="actions">
          <button class="button" type="submit">
            登录
          </button>
          <a class="button leave" href="/">
            回首页
          </a>
        </div>
        <p class="soft small">两个小时不动会自己退出，一天最长十二个小时。别人的电脑上，用完请点“退出”。</p>
      </form>
      <aside aria-label="进不来怎么办">
        <Card title="进不来">
          <p>
            忘了密码，请您的管理员发一个新链接。手机丢了，用纸上的备用码；纸也没有了，要两位管理员一起解除。没有人会打电话问您的密码。
          </p>
        </Card>
      </aside>
    </div>
  </div>
)
