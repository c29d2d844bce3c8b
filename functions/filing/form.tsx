import type { Child } from 'hono/jsx'
import { formOrder } from '#domain/filing/field-orders.ts'
import type { FilingField } from '#domain/filing/fields.ts'
import { refusals } from '#domain/filing/messages.ts'
import { asksTownFirst } from '#domain/places/form-places.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { Card } from '#ui/card.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import { DangerHelp, HelpNow, type OnDuty } from '#ui/danger.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FilingFormField } from '#ui/form/filing-field.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { blankState, type FormError, type FormState, isServed } from '#ui/form/state.ts'
import { HotlineRow } from '#ui/telephone.tsx'
import { Carried, Consent, KeepDraft, Notice12388, Trap } from './form-parts.tsx'

export interface FileFormProps {
  state?: FormState
  /** Errors in the order of the form. */
  errors?: FormError[]
  /** True if the person said that they are in danger: shows the panel with help. */
  danger?: boolean
  /** Who reads it now, if the person is in danger. */
  duty?: OnDuty
  /** True if the honeypot was filled in: shows it, so that a real person can clear it. */
  trapped?: boolean
  /** Title of the guide whose answers are filled in. */
  carried?: string
  /** True if that guide is about violence or bullying: a draft does not keep its title. */
  quiet?: boolean | undefined
  /** A refusal explained above the form, which keeps its answers. */
  refusal?: keyof typeof refusals
}

/** Hints with links. */
const hintsOf = (state: FormState): Partial<Record<FilingField, Child>> => ({
  danger: (
    <>
      孩子、老人正在受伤害，也算。有危险，先顾自己：
      <HelpNow served={isServed(state)} />
    </>
  ),
  track: <a href={pages.fileTracks.path}>不确定？看看该选哪一种</a>,
  region: (
    <>
      {asksTownFirst() ? '先选乡镇，哪个村下一步再选。' : null}
      <a href={pages.fileElsewhere.path}>事情不在本县？</a>
    </>
  ),
})

/** The filing form: the same JSX for the prerendered empty form and for the Worker's form with answers and errors. */
export const FileForm = (props: FileFormProps) => {
  const {
    state = blankState,
    errors = [],
    danger = false,
    duty,
    trapped = false,
    carried,
    quiet,
    refusal,
  } = props
  const hints = hintsOf(state)
  return (
    <>
      <Crumbs trail={[{ name: pages.file.name }]} />
      <div class="page-width">
        {danger ? <DangerHelp served={isServed(state)} duty={duty} /> : null}
        {refusal ? (
          <div class="error-summary" role="alert" tabindex={-1}>
            <h2>{refusals[refusal].title}</h2>
            <p>{refusals[refusal].text}</p>
          </div>
        ) : (
          <ErrorSummary errors={errors} />
        )}
        <header class="page-head">
          <p class="progress">第 1 步，共 3 步</p>
          <h1>说说您的事</h1>
          <p>
            不用注册，不收费。不方便写，也可以打 <a href="tel:12345">12345</a>，说给接线员听。
          </p>
        </header>
        {carried ? <Carried guide={carried} /> : null}
        <div class="columns">
          <form
            action={actions.fileCheck}
            method="post"
            novalidate
            data-file-form
            data-title={quiet ? undefined : carried}
          >
            {formOrder.map((field) => {
              if (field === 'consent')
                return (
                  <>
                    <Trap state={state} shown={trapped} />
                    <Consent state={state} />
                  </>
                )
              return (
                <>
                  {field === 'narrative' ? <KeepDraft /> : null}
                  <FilingFormField
                    field={field}
                    of="form"
                    state={state}
                    {...(hints[field] && { hint: hints[field] })}
                  />
                  {field === 'track' ? <Notice12388 /> : null}
                </>
              )
            })}
            <div class="actions">
              <button class="button" type="submit">
                下一步：核对信息
              </button>
            </div>
          </form>
          <aside aria-label="怎么写、打电话">
            <Card title="这样写就行">
              <p class="song">
                今年春天隔壁翻了屋顶，一下雨水就落到我家院子里，墙脚都潮了。我去说过两次，他不认。
              </p>
            </Card>
            <Card title="不方便写">
              <ul class="lines">
                <HotlineRow number="12345" />
                <HotlineRow number="12348" />
              </ul>
            </Card>
          </aside>
        </div>
      </div>
      <FormScript filing />
    </>
  )
}
