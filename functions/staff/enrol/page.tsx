import { deskPages } from '#domain/routes/desk.ts'
import { Card } from '#ui/card.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Enrolment } from '../auth/second-factor.ts'
import type { FormProps } from '../ui/form-props.ts'
import { PaperCodes } from '../ui/paper-codes.tsx'
import { QrCode } from './qr-code.tsx'

interface Props extends FormProps {
  enrolment: Enrolment
  /** True if the person may do it later. */
  optional: boolean
}

/** 绑定动态码: the secret for the app, ten paper codes, and a field for the code that proves that the app works. */
export const EnrolPage = ({ state, errors, enrolment: { groups, uri, paperCodes }, optional }: Props) => (
  <>
    <div class="page-width">
      <ErrorSummary errors={errors} kept="密钥和备用码没有变。" />
      <header class="page-head">
        <h1>绑定手机上的动态码</h1>
        <p>
          {optional
            ? '绑定以后，别人知道您的密码也进不来。'
            : '您的岗位看得到很多人的事，除了密码，还要一个动态码才能进来。'}
        </p>
      </header>
      <div class="columns">
        <div>
          <section class="no-print">
            <h2 class="section-head">一、把密钥放进验证器</h2>
            <p>在手机上装一个验证器（应用商店里搜“验证器”或“Authenticator”），点“扫一扫”，对准这张图：</p>
            <QrCode text={uri} label="验证器扫的码" />
            <p>扫不了，就点“手动输入密钥”，账号随便写，密钥照抄：</p>
            <ul class="code-groups" aria-label="密钥，四个一组">
              {groups.map((group) => (
                <li>{group}</li>
              ))}
            </ul>
            <p>
              正用这部手机看？<a href={uri}>直接在验证器里打开</a>。
            </p>
          </section>
          <section class="section">
            <h2 class="section-head">二、把十个备用码留在纸上</h2>
            <p>手机不在身边时用，一个只能用一次。锁在抽屉里，不要贴在电脑上。绑定以后这里不再显示。</p>
            <PaperCodes codes={paperCodes} />
          </section>
          <form class="section no-print" action={deskPages.enrol.path} method="post" novalidate>
            <h2 class="section-head">三、填一个动态码试试</h2>
            <TextField
              state={state}
              name="code"
              label="手机上现在的六位数字"
              inputMode="numeric"
              autocomplete="one-time-code"
              code
            />
            <div class="actions">
              <button class="button" type="submit">
                绑定
              </button>
              {optional ? (
                <a class="button leave" href={deskPages.account.path}>
                  以后再说
                </a>
              ) : null}
            </div>
          </form>
        </div>
        <aside aria-label="为什么要动态码">
          <Card title="为什么">
            <p>密码会被人看见、猜中、骗走；动态码半分钟换一次，只在您的手机上。</p>
          </Card>
        </aside>
      </div>
    </div>
  </>
)
