import { ledgerFields } from '#domain/ledger/filter.ts'
import { mostUnsealed } from '#domain/ledger/papers.ts'
import { ledgerPaths } from '#domain/routes/desk.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'

export const exportReasonField = 'exportReason'

interface Props {
  state: FormState
  errors: FormError[]
  /** The filter in words. */
  words: string
}

/** 带姓名和经过的 CSV: asks why, and says what follows from it. */
export const SealedPage = ({ state, errors, words }: Props) => (
  <div class="page-width">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>带姓名和经过的 CSV</h1>
      <p>{words}</p>
    </header>
    <p>除了台账的各栏，还有申请人的姓名、电话、住址、对方、事情经过和请求。一次最多 {mostUnsealed} 件。</p>
    <p>谁、什么时候、为了什么、哪些案件、多少件，都记在案；每一件案件的查看记录里也会有。</p>
    <form action={ledgerPaths.sealed} method="post" novalidate>
      {ledgerFields.map((name) =>
        state.value(name) ? <input type="hidden" name={name} value={state.value(name)} /> : null,
      )}
      <TextField
        state={state}
        name={exportReasonField}
        label="为什么要带姓名和经过"
        hint="写事情，例如“市里检查，按某号文报名册”。不写当事人的名字。"
      />
      <div class="actions">
        <button class="button" type="submit">
          记下来，存成 CSV
        </button>
      </div>
    </form>
  </div>
)
