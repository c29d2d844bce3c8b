import { askedCall, type Typed } from '#domain/following/writing.ts'
import { fieldValue, type PostedForm, typedText } from '#http/form.ts'
import { Fold } from '#ui/fold.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import type { FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'

/** 想请人打电话来: the fold in which a person asks to be called, of the message and of the reply. */

export const callField = 'call'
export const numberField = 'callNumber'
export const whenField = 'callWhen'

const callLabel = '请给我回个电话'

/** Its fields, with their labels. */
const callFields = [
  { name: callField, label: '想请人打电话来' },
  { name: numberField, label: '打哪个号码' },
  { name: whenField, label: '什么时候方便' },
] as const
const [call, number, when] = callFields

export const CallFold = ({ state }: { state: FormState }) => (
  <Fold title={call.label} open={callFields.some(({ name }) => state.value(name) || state.error(name))}>
    <Checkbox state={state} name={call.name} label={callLabel} />
    <TextField
      state={state}
      {...number}
      hint="打登记时留的。留过不止一个，写后四位；空着，打哪个都行。"
      optional
    />
    <TextField state={state} {...when} optional />
  </Fold>
)

/** The call that a form asks for; null if it asks for none. */
export const callIn = (form: PostedForm): Typed['call'] =>
  askedCall(fieldValue(form, callField) === 'true', typedText(form, numberField), typedText(form, whenField))

/** What was written in the fold, with the label of each field; the tick says as much as words. */
export const callWordsIn = (form: PostedForm) =>
  callFields.flatMap(({ name, label }) => {
    const typed = typedText(form, name)
    const text = name === callField && typed !== '' ? callLabel : typed
    return text === '' ? [] : [{ name, label, text }]
  })
