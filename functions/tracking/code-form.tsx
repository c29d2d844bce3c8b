import type { Child } from 'hono/jsx'
import type { FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'

/**
 * The field for the code; above the limit of wrong codes the one for the case number as well. The code alone opens the
 * case: a shared phone must not offer it to whoever asks next.
 */
const CodeFields = ({ state, askNumber }: { state: FormState; askNumber: boolean }) => (
  <>
    <TextField
      state={state}
      name="trackingCode"
      label="16 位查询码"
      hint="提交的时候给您的 16 个数字。空格、横线都不要紧。"
      inputMode="numeric"
      autocomplete="off"
      code
    />
    {askNumber ? (
      <TextField
        state={state}
        name="caseNumber"
        label="案件编号"
        hint="在同一张纸条上，像 2026-483071 这样。"
        inputMode="numeric"
      />
    ) : null}
  </>
)

/** A form that asks for the code. */
export const CodeForm = ({
  action,
  button,
  children,
  ...fields
}: {
  action: string
  button: string
  state: FormState
  askNumber: boolean
  children?: Child
}) => (
  <form action={action} method="post" novalidate>
    <CodeFields {...fields} />
    <div class="actions">
      <button class="button" type="submit">
        {button}
      </button>
    </div>
    {children}
  </form>
)
