import { passwordLength } from '#domain/staff/bounds.ts'
import { TextField } from '#ui/form/text-field.tsx'
import type { FormProps } from './form-props.ts'

/** Hint for a form shown again: a password is never sent back to the browser. */
export const passwordsGo = '密码请重新填，别的都还在。'

/** The two fields for a new password. */
export const NewPasswordFields = ({ state }: Pick<FormProps, 'state'>) => (
  <>
    <TextField
      state={state}
      name="newPassword"
      label="新密码"
      hint={`至少 ${passwordLength.least} 个字。用一句自己记得住、别人猜不到的话最好。`}
      autocomplete="new-password"
    />
    <TextField state={state} name="again" label="新密码，再填一次" autocomplete="new-password" />
  </>
)
