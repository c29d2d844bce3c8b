import type { Unit } from '#domain/content/regions.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { FormProps } from '../ui/form-props.ts'
import { PersonFields } from '../ui/person-fields.tsx'

/** 开一个账号: the next page shows the link for the new person. */
export const NewStaffPage = ({ state, errors, units }: FormProps & { units: Unit[] }) => (
  <div class="page-width">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>开一个账号</h1>
      <p>开好以后给您一个链接，请当面或者打电话核实以后交给本人，由本人设密码。</p>
    </header>
    <form action={deskPages.newStaff.path} method="post" novalidate>
      <TextField
        state={state}
        name="username"
        label="用户名"
        hint="小写字母、数字、点和横线，像 zhang.san 这样。定了不能改。"
      />
      <PersonFields state={state} units={units} />
      <div class="actions">
        <button class="button" type="submit">
          开账号
        </button>
        <a class="button leave" href={deskPages.staff.path}>
          不开了
        </a>
      </div>
    </form>
  </div>
)
