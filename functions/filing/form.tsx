import type { Child } from 'hono/jsx'
import { formOrder } from '#domain/filing/field-orders.ts'
import type { FilingField } from '#domain/filing/fields.ts'
import { refusals } from '#domain/filing/messages.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { Card } from '#ui/card.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import { DangerHelp, HelpNow, type OnDuty } from '#ui/danger.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FilingFormField } from '#ui/form/filing-field.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { blankState, type FormError, type FormState, isServed } from '#ui/form/state.ts'
import { HotlineRow } from '#ui/telephone.tsx'

/** Name of the honeypot: a field that people do not see and bots fill in. */
export const trapField = 'website'

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

/** `off`, because a browser that filled it in would make a person look like a bot. */
const Trap = ({ state, shown }: { state: FormState; shown: boolean }) => (
  <div class={shown ? 'field invalid' : 'trap'} aria-hidden={shown ? undefined : 'true'}>
    <label for={trapField}>这一格请空着</label>
    {shown ? <p class="field-error">{state.error(trapField)}</p> : null}
    <input
      class="input"
      id={trapField}
      name={trapField}
      autocomplete="off"
      tabindex={shown ? undefined : -1}
    />
  </div>
)

const Notice12388 = () => (
  <div class="note">
    <b>举报干部贪污受贿、失职渎职，不在这里写</b>
    <p>
      这类检举控告由纪检监察机关管，请打 <a href="tel:12388">12388</a>
      ，也可以在网上举报。写在这里办不了，还耽误时间。别的事想匿名反映，在“想办哪一类”里选“纠纷线索”。
    </p>
  </div>
)

const Consent = ({ state }: { state: FormState }) => (
  <section class="field" aria-labelledby="consent-title">
    <h2 id="consent-title">您的话，谁会看到</h2>
    <p>办这件事的人要看到您写的内容和电话，才能帮您；转给别的单位办，那边办事的人也要看。对方看不到。</p>
    <p>您写的字都加密保存。要调解的，您没同意，我们不去找对方。</p>
    <p>孩子自己就能写，不用家长同意，我们也不会先告诉家长。</p>
    <p>孩子，或者不能保护自己的人受到伤害，法律要求我们报告公安等部门。</p>
    <p>病情、伤情、存款账号，办事用不着就别写；写了，就是同意办事的人看。</p>
    <FilingFormField field="consent" of="form" state={state} />
    <a class="more" href={pages.privacy.path}>
      读完整的隐私说明
    </a>
  </section>
)

const Carried = ({ guide }: { guide: string }) => (
  <div class="note">
    <b>您在“{guide}”里答过的，替您填好了</b>
    <p>还没有交上去。请看一遍，不对的改掉，没填的补上；“发生了什么”里，把经过写在最前面。</p>
  </div>
)

/** Controls of the draft, shown by a script: without JavaScript there is no draft. */
const KeepDraft = () => (
  <div class="note" data-draft hidden>
    <div class="choice">
      <input type="checkbox" id="keep-draft" />
      <label for="keep-draft">
        在这部手机上存草稿
        <small>没写完也不怕关掉，存七天。别人也用这部手机的话，请不要存；交上去以后会自动删掉。</small>
      </label>
    </div>
    <p role="alert" data-draft-refused hidden>
      这个浏览器什么都不肯存，草稿没有存下。请一口气写完再关，或者先写在纸上。
    </p>
    <div hidden>
      <p>
        <b>这部手机上存着的草稿</b>
      </p>
      <ul data-drafts></ul>
    </div>
  </div>
)

/** Hints with links. */
const hintsOf = (state: FormState): Partial<Record<FilingField, Child>> => ({
  danger: (
    <>
      孩子、老人正在受伤害，也算。有危险，先顾自己：
      <HelpNow served={isServed(state)} />
    </>
  ),
  track: <a href={pages.fileTracks.path}>不确定？看看该选哪一种</a>,
  region: <a href={pages.fileElsewhere.path}>事情不在本县？</a>,
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
