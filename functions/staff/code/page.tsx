import { deskPages } from '#domain/routes/desk.ts'
import { Card } from '#ui/card.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { FormProps } from '../ui/form-props.ts'

/** 动态码: the second step of signing in. */
export const CodePage = ({ state, errors }: FormProps) => (
  <div class="page-width">
    <ErrorSummary errors={errors} kept="什么都没有改动。" />
    <header class="page-head">
      <h1>再填一个动态码</h1>
      <p>打开手机上的验证器，看“六尺巷”下面的六位数字。</p>
    </header>
    <div class="columns">
      <form action={deskPages.code.path} method="post" novalidate>
        <TextField
          state={state}
          name="code"
          label="动态码"
          hint="六位数字，半分钟换一个。手机不在身边，填纸上的一个备用码；用一个，划掉一个。"
          autocomplete="one-time-code"
          code
        />
        <div class="actions">
          <button class="button" type="submit">
            进入工作台
          </button>
          <a class="button leave" href={deskPages.signIn.path}>
            从头来
          </a>
        </div>
      </form>
      <aside aria-label="手机丢了怎么办">
        <Card title="手机丢了，纸也找不到">
          <p>请您的管理员提出解除，另一位管理员同意以后，再从头绑定。</p>
        </Card>
      </aside>
    </div>
  </div>
)
