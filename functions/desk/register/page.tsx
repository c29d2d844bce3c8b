import { registerOrder } from '#domain/filing/field-orders.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { channels, registeredChannelIds } from '#domain/words/channels.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FilingFormField } from '#ui/form/filing-field.tsx'
import { Radios } from '#ui/form/radios.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'

/** 代录: staff register what a person told them at the desk, by phone or on a visit, in the person's own words. */

export const channelField = 'channel'

interface Props {
  state: FormState
  errors: FormError[]
  /** The address of this form, with its number. */
  address: string
  /** Number of the case that was registered last, while its slip was not given. */
  waiting: string | undefined
  /** The unit makes agreements: what is settled already has a page of its own. */
  spot: boolean
  /** The person decides for the unit: an old ledger can be imported. */
  imports: boolean
}

/** The form in which staff register a case that was brought in person, by phone or found on a visit. */
export const RegisterForm = ({ state, errors, address, waiting, spot, imports }: Props) => (
  <div class="page-width">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>登记一件</h1>
      <p>照原话写，不添、不减。走访发现的，可以先从清单里挑一条。</p>
    </header>
    <div class="actions">
      <a class="button secondary" href={deskPages.checklist.path}>
        从排查清单里挑
      </a>
      {spot ? (
        <a class="button secondary" href={deskPages.spot.path}>
          当场说和了的，一页记完
        </a>
      ) : null}
      {imports ? (
        <a class="button secondary" href={deskPages.import.path}>
          {deskPages.import.name}
        </a>
      ) : null}
    </div>
    {waiting ? (
      <p class="note" role="note">
        刚才已经登记好一件：<b class="number">{waiting}</b>，查询码还没有交给本人。
        <a href={deskPages.registered.path}>去看查询码</a>
      </p>
    ) : null}
    <form action={address} method="post" novalidate>
      <Radios
        state={state}
        name={channelField}
        label="怎么来的"
        options={registeredChannelIds.map((value) => ({ value, name: channels[value].name }))}
      />
      {registerOrder.map((field) => (
        <FilingFormField field={field} of="register" state={state} />
      ))}
      <div class="actions">
        <button class="button" type="submit">
          登记
        </button>
      </div>
    </form>
  </div>
)
