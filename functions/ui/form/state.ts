/** What a form shows: the values as they were typed, and a sentence for each field that is wrong. */
export interface FormState {
  value: (name: string) => string
  error: (name: string) => string | undefined
}
