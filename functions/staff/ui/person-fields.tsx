import type { Unit } from '#domain/content/regions.ts'
import { areaName } from '#domain/places/areas.ts'
import { roleIds, roles } from '#domain/staff/staff.ts'
import { Radios } from '#ui/form/radios.tsx'
import { Select } from '#ui/form/select.tsx'
import type { FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'

/** Options of the unit field, grouped by the place the units serve. */
const unitGroups = (units: Unit[]) => {
  const places = [...new Set(units.map(({ area }) => areaName(area)))]
  return places.map((name) => ({
    name,
    options: units
      .filter(({ area }) => areaName(area) === name)
      .map((unit) => ({ value: unit.id, name: unit.name })),
  }))
}

/** The fields of an account that an admin fills in: name, published name, unit, role. */
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
