/** The state of a form: the values as typed, and the error text of each field. */
export interface FormState {
  value: (name: string) => string
  error: (name: string) => string | undefined
}

/** The error text of one field, shown at the field and in the error summary. */
export interface FormError {
  field: string
  text: string
}

/**
 * The form as it was typed, without a choice that was made about something else: what the hidden field `about` named then is
 * not what is shown now.
 */
export const chosenAbout = (state: FormState, choice: string, about: string, now: number): FormState => ({
  ...state,
  value: (name) =>
    name === choice && !['', String(now)].includes(state.value(about)) ? '' : state.value(name),
})

/** The state of an empty form without errors. */
export const blankState: FormState = { value: () => '', error: () => undefined }

/** False on the prerendered form, which nobody filled in: it must work while the Worker does not. */
export const isServed = (state: FormState): boolean => state !== blankState
