import { spokenInstant } from '#domain/basics/time.ts'
import { actions } from '#domain/routes/site.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { blankState, type FormError, type FormState } from '#ui/form/state.ts'
import { CodeForm } from '../code-form.tsx'
import type { FiledRow } from './read-filing.ts'

export const filedTitle = '当初交的内容'

const Back = () => (
  <p>
    <a href={actions.trackCase}>回到进度</a>
  </p>
)

/** Asks for the code once more before anything that was filed is shown. */
export const AskCodePage = ({
  state = blankState,
  errors = [],
  askNumber = false,
}: {
  state?: FormState
  errors?: FormError[]
  askNumber?: boolean
}) => (
  <div class="page-width text">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>{filedTitle}</h1>
      <p>里面有姓名、电话和您写的事。为了不让别人看去，请把查询码再填一次。</p>
    </header>
    <CodeForm action={actions.trackFiled} button="看一看" state={state} askNumber={askNumber} />
    <FormScript />
    <Back />
  </div>
)

/** What the holder filed. Only in this answer: a reload asks for the code again. */
export const FiledPage = ({ number, at, rows }: { number: string; at: number; rows: FiledRow[] }) => (
  <div class="page-width text">
    <header class="page-head">
      <h1>{filedTitle}</h1>
      <p>
        案件 <span class="no-break">{number}，</span>
        {spokenInstant(at)}登记。
      </p>
    </header>
    {rows.length > 0 ? (
      <dl class="check">
        {rows.map(({ label, text }) => (
          <div>
            <dt>{label}</dt>
            <dd class="typed">{text}</dd>
          </div>
        ))}
      </dl>
    ) : (
      <p>内容读不出来了。</p>
    )}
    <p class="soft small">写错了、要补充，回到进度，在“有话要说”里说。看完请关掉这一页。</p>
    <Back />
  </div>
)
