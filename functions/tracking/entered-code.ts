import { codeMessages } from '#domain/filing/messages.ts'
import { type PostedForm, typedText } from '#http/form.ts'
import type { FormError } from '#ui/form/state.ts'
import type { OpenFault } from './open-case.ts'

/** The fields of a form that asks for a code. */
interface Entered {
  trackingCode: string
  caseNumber: string
}

export const enteredIn = (form: PostedForm): Entered => ({
  trackingCode: typedText(form, 'trackingCode'),
  caseNumber: typedText(form, 'caseNumber'),
})

/** The error of a refused code, at the field that is wrong. */
export const codeError = (fault: OpenFault): FormError & { field: keyof Entered } => ({
  field: fault === 'caseNumber' || fault === 'wrongCaseNumber' ? 'caseNumber' : 'trackingCode',
  text: codeMessages[fault],
})

/** True if the form asks for the case number as well. */
export const asksNumber = (form: PostedForm, { field }: FormError): boolean =>
  field === 'caseNumber' || enteredIn(form).caseNumber !== ''
