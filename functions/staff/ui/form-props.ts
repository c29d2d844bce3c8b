import type { FormError, FormState } from '#ui/form/state.ts'

/** Props of every form: its fields as they were typed, and their errors. */
export interface FormProps {
  state: FormState
  errors: FormError[]
}
