import type { FormError, FormState } from '#ui/form/state.ts'

/** What every form gets: its fields as they were typed, and what is wrong with them. */
export interface FormProps {
  state: FormState
  errors: FormError[]
}
