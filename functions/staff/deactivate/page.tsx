import { staffPath } from '#domain/routes/desk.ts'
import type { StaffAccount } from '#store/ports/staff/accounts.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormProps } from '../ui/form-props.ts'
import { type Colleague, ReassignSelect } from '../ui/reassign-select.tsx'

interface Props extends FormProps {
  person: StaffAccount
  colleagues: Colleague[]
}

/** 停用: asks who takes over the person's open cases. Can be repeated if transferring them failed. */
export const DeactivatePage = ({ person, colleagues, state, errors }: Props) => (
  <div class="page-width">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>停用{person.name}的账号</h1>
      <p>停用以后，这个人马上退出，再也登录不了。办过的事，记录都留着。</p>
    </header>
    <form action={staffPath(person.id, 'deactivate')} method="post" novalidate>
      <ReassignSelect state={state} colleagues={colleagues} />
      <Checkbox state={state} name="confirm" label={`我要停用${person.name}的账号`} />
      <div class="actions">
        <button class="button" type="submit">
          停用
        </button>
        <a class="button leave" href={staffPath(person.id)}>
          不停用
        </a>
      </div>
    </form>
  </div>
)
