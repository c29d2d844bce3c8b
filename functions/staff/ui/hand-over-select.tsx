import { Select } from '#ui/form/select.tsx'
import type { FormState } from '#ui/form/state.ts'

/** Value of the choice to give open cases to nobody in particular. */
export const toUnit = 'unit'

export interface Colleague {
  id: string
  name: string
}

/** Who gets the open cases of somebody who leaves. */
export const HandOverSelect = ({ state, colleagues }: { state: FormState; colleagues: Colleague[] }) => (
  <Select
    state={state}
    name="to"
    label="他手上没办完的案件，交给谁"
    groups={[
      { value: toUnit, name: '退回本单位，由负责人分派' },
      ...colleagues.map(({ id, name }) => ({ value: id, name })),
    ]}
  />
)
