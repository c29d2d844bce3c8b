import { actions } from '#domain/routes/site.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { blankState, type FormError, type FormState } from '#ui/form/state.ts'
import { CodeForm } from '../code-form.tsx'

export const Back = () => (
  <p class="no-print">
    <a href={actions.trackCase}>回到进度</a>
  </p>
)

/** What is shown only after the code was entered once more. */
export interface AskedFor {
  path: string
  title: string
  /** Why the code is asked for. */
  about: string
  button: string
}

/** Asks for the code once more before it is shown. */
export const AskCodePage = ({
  what: { path, title, about, button },
  state = blankState,
  errors = [],
  askNumber = false,
}: {
  what: AskedFor
  state?: FormState
  errors?: FormError[]
  askNumber?: boolean
}) => (
  <div class="page-width text">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>{title}</h1>
      <p>{about}</p>
    </header>
    <CodeForm action={path} button={button} state={state} askNumber={askNumber} />
    <FormScript />
    <Back />
  </div>
)
