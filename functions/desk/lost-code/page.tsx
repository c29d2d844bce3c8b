import { deskPages } from '#domain/routes/desk.ts'
import { paperIds, papers } from '#domain/words/papers.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'
import { type LostCodeField, lostCodeFields } from './replace-code.ts'

const { caseNumber, name, phone, paper, self } = lostCodeFields

/** What to say of a field that is missing. */
export const missingText: Record<LostCodeField, string> = {
  caseNumber: '请填案件编号，像 2026-123456。本人记不得，请按姓名或电话去“查找”里看。',
  name: '请照证件填姓名。',
  phone: '请填本人报的电话，就是当初留的那个。',
  paper: '请选看的是哪一种证件。',
  self: '要本人来，您看过证件，和人对得上，才能补。',
}

/** One answer for all that does not fit: it must not tell whether there is such a case. */
export const unknownText =
  '没有对上。编号、姓名、电话有一样不对，或者这一件不能在这里补、不能由您补，都是这句话。匿名交的、没有留电话的，补不了。请本人再想想，或者去镇里、县里的窗口。'

/** Somebody did something in the case while the form was sent. */
export const staleText = '刚才这一件有了变动，没有补成。请再点一次。'

/** 补查询码: who lost their code gets another one from somebody who does not handle their case. */
export const LostCodePage = ({ state, errors = [] }: { state: FormState; errors?: FormError[] }) => (
  <div class="page-width">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>{deskPages.lostCode.name}</h1>
      <p>
        申请人、对方，谁的丢了都一样：本人带着证件来，才补。<b>正在办这一件、办过这一件的人不能补。</b>
        补了，旧的查询码马上作废；案件的经过里会写明是谁补的。
      </p>
    </header>
    <form action={deskPages.lostCode.path} method="post" novalidate>
      <TextField state={state} name={caseNumber} label="案件编号" />
      <TextField state={state} name={name} label="姓名" hint="照证件写。" />
      <TextField state={state} name={phone} label="电话" hint="请本人报，您不要念出来。" inputMode="tel" />
      <Radios
        state={state}
        name={paper}
        label="看的证件"
        options={paperIds.map((value) => ({ value, name: papers[value].name }))}
      />
      <Checkbox state={state} name={self} label="本人来的，证件和人对得上" />
      <div class="actions">
        <button class="button" type="submit">
          补一个查询码
        </button>
      </div>
    </form>
  </div>
)
