import type { FieldProps } from './field.tsx'
import { type Option, Picks } from './picks.tsx'

/** Radio buttons: one of several options. */
export const Radios = (props: FieldProps & { options: Option[] }) => (
  <Picks {...props} type="radio" chosen={[props.state.value(props.name)]} />
)
