import { contactTable } from '#domain/filing/contact.ts'
import { fieldTable } from '#domain/filing/fields.ts'
import { FieldError } from '#ui/form/field.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { type FormState, isServed } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'
import { Icon } from './icons.tsx'
import { LeaveLink } from './quick-exit.tsx'
import { HotlineRow } from './telephone.tsx'

/** Who reads now what is written here, null if nobody does; undefined where the hour is not known. */
export type OnDuty = string | null | undefined

/** Whether somebody reads it now: a person in danger must not wait for an answer that nobody will give. */
export const DutyNow = ({ duty }: { duty: OnDuty }) => {
  if (duty === undefined) return <p>现在有没有人值班，交上去就知道；等不及，先打 110。</p>
  if (duty === null)
    return (
      <p>
        <b>现在没人看，请打 110。</b>
      </p>
    )
  return <p>现在有人值班：{duty}。等不及，先打 110。</p>
}

/**
 * Help lines and a quick exit for a person who is in danger now. Only the form shows it: pages, slips and messages of
 * such a case look like all others (rules.md R49).
 */
export const DangerHelp = ({ served, duty }: { served: boolean; duty?: OnDuty }) => (
  <div class="danger">
    <h2>您的安全最要紧，别的都可以等。</h2>
    <DutyNow duty={duty} />
    <p>先走开，去有人的地方；带上孩子，东西来不及拿就不拿。等安全了再填。</p>
    <ul class="lines">
      <HotlineRow number="110" urgent />
      <HotlineRow number="12110" urgent />
      <HotlineRow number="12338" />
      <HotlineRow number="12356" />
    </ul>
    <div class="actions">
      <a class="button stop" href="tel:110">
        <Icon name="phone" />打 110
      </a>
      <LeaveLink served={served} class="button leave" />
    </div>
  </div>
)

/** The same help in one line under the question, visible without an answer, a script or a button. */
export const HelpNow = ({ served }: { served: boolean }) => (
  <span class="help-now">
    <a href="tel:110">打 110</a>
    <a href="sms:12110">不能出声，发短信 12110</a>
    <a href="tel:12338">12338 妇联</a>
    <a href="tel:12356">12356 有人听您说</a>
    <LeaveLink served={served} />
  </span>
)

/** Fields for safe contact. Hidden until the person says that they are in danger; a script shows help with it. */
export const SafeContact = ({ state, shown }: { state: FormState; shown: boolean }) => (
  <div id="danger-panel" hidden={!shown} data-danger>
    {shown ? null : <DangerHelp served={isServed(state)} />}
    <fieldset class={state.error('contact') ? 'field invalid' : 'field'} data-contact>
      <legend id="contact" tabindex={-1}>
        {fieldTable.contact.label}
      </legend>
      <p class="hint">我们只用您允许的办法联系您。都选“不行”也可以，您用查询码看回话。</p>
      <FieldError name="contact" text={state.error('contact')} />
      <Radios state={state} name="contact.mayCall" label={contactTable.mayCall.ask} options={yesNo} />
      <Radios state={state} name="contact.mayText" label={contactTable.mayText.ask} options={yesNo} />
      <TextField
        state={state}
        name="contact.when"
        label={contactTable.when.ask}
        hint="比如：工作日上午；晚上8点到9点。写得更细也行，打电话的人会看，只是不发短信。"
        optional
      />
    </fieldset>
  </div>
)

const yesNo = [
  { value: 'true', name: '可以' },
  { value: 'false', name: '不行' },
]
