import { described, type FieldProps, invalid, OneControl } from './field.tsx'
import type { Option } from './picks.tsx'

export interface OptionGroup {
  name: string
  options: Option[]
}

const OptionTag = ({ option, chosen }: { option: Option; chosen: string }) => (
  <option value={option.value} selected={option.value === chosen}>
    {option.name}
  </option>
)

/** A list to choose from; `none` is what it says while nothing is chosen. */
export const Select = (props: FieldProps & { groups: (Option | OptionGroup)[]; none?: string }) => {
  const chosen = props.state.value(props.name)
  return (
    <OneControl {...props}>
      <select
        class="input"
        id={props.name}
        name={props.name}
        aria-describedby={described(props)}
        aria-invalid={invalid(props)}
      >
        <option value="">{props.none ?? '请选择'}</option>
        {props.groups.map((group) =>
          'options' in group ? (
            <optgroup label={group.name}>
              {group.options.map((option) => (
                <OptionTag option={option} chosen={chosen} />
              ))}
            </optgroup>
          ) : (
            <OptionTag option={group} chosen={chosen} />
          ),
        )}
      </select>
    </OneControl>
  )
}
