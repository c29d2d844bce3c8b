import { Select } from '#ui/form/select.tsx'
import type { FormState } from '#ui/form/state.ts'

/** Value of the option that returns open cases to the unit instead of a colleague. */
export const toUnit = 'unit'

export interface Colleague {
  id: string
  name: string
}

/** Field that asks who takes over the open cases of a person who leaves. */
export const ReassignSelect = ({ state, colleagues }: { state: FormState; colleagues: Colleague[] }) => (
  <Select
    state={state}
    name="to"
    label="手上没办完的案件，交给谁"
    groups={[
      { value: toUnit, name: '退回本单位，由负责人分派' },
      ...colleagues.map(({ id, name }) => ({ value: id, name })),
    ]}
  />
)
