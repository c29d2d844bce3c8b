import type { Unit } from '#domain/content/county.ts'
import { areaName } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/site.ts'
import { roleIds, roles } from '#domain/staff/staff.ts'
import { ErrorSummary, type FormState, Radios, Select, TextField } from '#ui/fields.tsx'
import type { FormProps } from '../sign-in/page.tsx'

/** Units to choose from, by the place they serve. */
const unitGroups = (units: Unit[]) => {
  const places = [...new Set(units.map(({ area }) => areaName(area)))]
  return places.map((name) => ({
    name,
    options: units
      .filter(({ area }) => areaName(area) === name)
      .map((unit) => ({ value: unit.id, name: unit.name })),
  }))
}

/** Name, published name, unit, role: what an admin says of a person. */
export const PersonFields = ({ state, units }: { state: FormState; units: Unit[] }) => (
  <>
    <TextField state={state} name="name" label="姓名" hint="同事之间看得到。" />
    <TextField
      state={state}
      name="publishedName"
      label="对当事人公开的名字"
      hint="当事人可以选调解员（人民调解法第十九条）。空着，当事人就只看到单位。"
      optional
    />
    <Select state={state} name="unit" label="单位" groups={unitGroups(units)} />
    <Radios
      state={state}
      name="role"
      label="角色"
      hint="乡镇、县里的人和管理员，登录还要手机上的动态码。"
      options={roleIds.map((id) => ({ value: id, name: roles[id].name, note: roles[id].purpose }))}
    />
  </>
)

/** 开一个账号: afterwards comes the link that the person gets. */
export const NewStaffPage = ({ state, errors, units }: FormProps & { units: Unit[] }) => (
  <div class="page-width">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>开一个账号</h1>
      <p>开好以后给您一个链接，请当面或者打电话核实以后交给本人，由他自己设密码。</p>
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
