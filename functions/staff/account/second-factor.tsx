import { deskActions } from '#domain/routes/desk.ts'
import type { FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'

/** 动态码 on 我的: binding an authenticator, moving it to another phone, making new paper codes. */
export const SecondFactor = ({ enrolled, state }: { enrolled: boolean; state: FormState }) => (
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
