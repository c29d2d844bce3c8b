import { limitCount, pages } from '#domain/routes/site.ts'
import { Crumbs } from '#ui/crumbs.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormError } from '#ui/form/state.ts'

/**
 * The form to choose a limit and enter the day it began: plain GET, prerendered by the site and shown again
 * by the Worker with errors.
 */
export interface LimitFormProps {
  limits: { id: string; name: string; from: string }[]
  chosen?: string
  typed?: string
  errors?: FormError[]
  /** The form is the main part of the page: set after an error. */
  alone?: boolean
}

const Field = ({ limits, chosen = '', typed = '', errors = [], alone = false }: LimitFormProps) => {
  const error = (field: string) => errors.find((one) => one.field === field)?.text
  const note = (field: string) =>
    error(field) ? (
      <p class="field-error" id={`${field}-error`}>
        <span class="visually-hidden">错误：</span>
        {error(field)}
      </p>
    ) : null
  const described = (field: string) => (error(field) ? `${field}-error` : undefined)
  return (
    <form class="count" action={limitCount.page} method="get">
      <div class={error('limit') ? 'field invalid' : 'field'}>
        <label for="limit">什么期限</label>
        {note('limit')}
        <select class="input" id="limit" name="limit" aria-describedby={described('limit')}>
          <option value="">请选一件事</option>
          {limits.map(({ id, name }) => (
            <option value={id} selected={id === chosen}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class={error('from') ? 'field invalid' : 'field'}>
        <label for="from">从哪天算起</label>
        <p class="hint" id="from-hint">
          {alone ? '填事情开始的那一天' : '看下面每一条写的“从……算”，填那一天'}，比如 2026-3-1
        </p>
        {note('from')}
        <input
          class="input"
          id="from"
          name="from"
          type="date"
          value={typed}
          aria-describedby={['from-hint', described('from')].filter(Boolean).join(' ')}
        />
      </div>
      <button class="button" type="submit">
        算最后一天
      </button>
    </form>
  )
}

/** The form. Prerendered without `errors`; with errors it is the main part of its page. */
export const LimitForm = (props: LimitFormProps) =>
  props.alone ? (
    <>
      <Crumbs trail={[{ name: pages.deadlines.name, path: pages.deadlines.path }, { name: '算一算' }]} />
      <div class="page-width">
        <ErrorSummary errors={props.errors ?? []} />
        <header class="page-head">
          <h1>算一算最后一天</h1>
        </header>
        <Field {...props} />
      </div>
    </>
  ) : (
    <Field {...props} />
  )
