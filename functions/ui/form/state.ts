/** What a form shows: the values as they were typed, and a sentence for each field that is wrong. */
export interface FormState {
  value: (name: string) => string
  error: (name: string) => string | undefined
}

/** A sentence about one field, for the field itself and for the summary on top. */
export interface FormError {
  field: string
  text: string
}

/** Nothing typed, nothing wrong. */
export const blankState: FormState = { value: () => '', error: () => undefined }
