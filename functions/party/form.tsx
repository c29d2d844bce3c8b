import { actions, notices } from '#domain/routes/site.ts'
import { letterWayIds, letterWays } from '#domain/words/letter-ways.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { blankState, type FormError, type FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'

export interface PartyFormProps {
  state?: FormState
  errors?: FormError[]
  /** True above the limit of wrong numbers: the form also asks for the case number on the letter. */
  askNumber?: boolean
}

const options = letterWayIds.map((value) => ({
  value,
  name: letterWays[value].name,
  ...(value === 'window' && { note: '带上信。查询码可以在窗口当面给您。' }),
}))

/** 信上的号码: asks the unit that wrote a letter to ring, or says that its reader comes. It shows nothing of the case. */
export const PartyForm = ({ state = blankState, errors = [], askNumber = false }: PartyFormProps) => (
  <>
    <ErrorSummary errors={errors} />
    <div class="note told" id={notices.asked} tabindex={-1}>
      <b>写信的单位收到了</b>
      <p>请打电话的，会打给您；要去窗口的，带上信去就行。两三天没有动静，请打信上的电话。</p>
      <p>没回您以前，一封信只记第一次说的。号码写错了，要改，也打信上的电话。</p>
    </div>
    <form action={actions.partyAsk} method="post" novalidate>
      <TextField
        state={state}
        name="letterNumber"
        label="信上的号码"
        hint="12 位数字，四个一组，印在信的下面。填了它，看不到别的，只是告诉写信的单位您想谈。"
        inputMode="numeric"
        code
      />
      {askNumber ? (
        <TextField
          state={state}
          name="caseNumber"
          label="案件编号"
          hint="印在信的上面，像 2026-483071 这样。"
          inputMode="numeric"
        />
      ) : null}
      <Radios state={state} name="way" label="您想怎么谈" options={options} />
      <TextField
        state={state}
        name="phone"
        label="打哪个号码"
        hint="请打电话的才填。"
        inputMode="tel"
        autocomplete="tel"
        optional
      />
      <TextField state={state} name="when" label="什么时候方便" optional />
      <div class="actions">
        <button class="button" type="submit">
          告诉写信的单位
        </button>
      </div>
      <FormScript />
    </form>
  </>
)
