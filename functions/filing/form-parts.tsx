import { pages } from '#domain/routes/site.ts'
import { FilingFormField } from '#ui/form/filing-field.tsx'
import type { FormState } from '#ui/form/state.ts'

/** Parts of the filing form between its fields. */

/** Name of the honeypot: a field that people do not see and bots fill in. */
export const trapField = 'website'

/** The honeypot. `off`, because a browser that filled it in would make a person look like a bot. */
export const Trap = ({ state, shown }: { state: FormState; shown: boolean }) => (
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

/** What belongs to another body. */
export const Notice12388 = () => (
  <div class="note">
    <b>举报干部贪污受贿、失职渎职，不在这里写</b>
    <p>
      这类检举控告由纪检监察机关管，请打 <a href="tel:12388">12388</a>
      ，也可以在网上举报。写在这里办不了，还耽误时间。别的事想匿名反映，在“想办哪一类”里选“纠纷线索”。
    </p>
  </div>
)

/** Who reads it, and the agreement to that. */
export const Consent = ({ state }: { state: FormState }) => (
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

/** Says that the answers of a guide are filled in. */
export const Carried = ({ guide }: { guide: string }) => (
  <div class="note">
    <b>您在“{guide}”里答过的，替您填好了</b>
    <p>还没有交上去。请看一遍，不对的改掉，没填的补上；“发生了什么”里，把经过写在最前面。</p>
  </div>
)

/** Controls of the draft, shown by a script: without JavaScript there is no draft. */
export const KeepDraft = () => (
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
