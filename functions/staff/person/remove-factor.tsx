import { staffPath } from '#domain/routes/desk.ts'
import type { StaffAccount } from '#store/ports/staff/accounts.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import type { FormState } from '#ui/form/state.ts'

interface Props {
  person: StaffAccount
  /** The open request; `own` if the admin who reads the page made it; null if there is none or it expired. */
  request: { name: string; own: boolean } | null
  state: FormState
}

/** 解除动态码: one admin requests the removal, another agrees. */
export const RemoveFactor = ({ person, request, state }: Props) => (
  <section class="section">
    <h2 class="section-head">手机和纸上备用码都没有了</h2>
    {request && !request.own ? (
      <p>
        管理员{request.name}提出解除{person.name}的动态码。您认出是本人，就点“同意解除”。
      </p>
    ) : (
      <p>解除动态码要两位管理员：一位提出，另一位同意。只有一位管理员，请管系统的人在机器上办。</p>
    )}
    {request?.own ? <p class="note">您已经提出，三天内等另一位管理员同意。</p> : null}
    <form action={staffPath(person.id, 'factor')} method="post" novalidate>
      <Checkbox state={state} name="confirmFactor" label={`我当面或者打电话认出了${person.name}本人`} />
      <div class="actions">
        <button class="button secondary" type="submit">
          {request && !request.own ? '同意解除' : '提出解除'}
        </button>
      </div>
    </form>
  </section>
)
