import type { FormError } from './state.ts'

/** Of a form with a file: no browser keeps the file that was chosen. */
export const keptBesideFile = '写的字都还在；文件要再选一次。'

/** Error summary, such as 有三处，请您再看一看: each error links to its field. */
export const ErrorSummary = ({
  errors,
  kept = '您填过的都还在，没有丢。',
}: {
  errors: FormError[]
  /** Note about which answers are still there. */
  kept?: string
}) =>
  errors.length === 0 ? null : (
    <div class="error-summary" role="alert" aria-labelledby="error-summary" tabindex={-1}>
      <h2 id="error-summary">有 {errors.length} 处，请您再看一看</h2>
      <p>{kept}</p>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
