import { lengths, spotDaysBack } from '#domain/basics/bounds.ts'
import { addDays, type Day } from '#domain/basics/time.ts'
import { agreedWays } from '#domain/history/spot.ts'
import { unit } from '#domain/places/areas.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { agreedWords, askedWords } from '#domain/spot/messages.ts'
import { askedIds } from '#domain/spot/record.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FilingFormField } from '#ui/form/filing-field.tsx'
import { Radios } from '#ui/form/radios.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { RegionSelect } from '#ui/region-select.tsx'
import { NamesakeNote } from '../moves/interest.tsx'

/** 当场登记: what was settled on the spot, on one page. */

export const sameNameField = 'sameName'
export const otherMatterField = 'otherMatter'

export interface SpotFormProps {
  state: FormState
  errors: FormError[]
  unitId: string
  today: Day
  /** Names of the person who records it that are a party's too. */
  namesakes: string[]
  /** Number of the case that was recorded last, while its slips have not been given. */
  waiting: string | undefined
  /** True if these answers are others than those of that case. */
  asksOther: boolean
}

const Form = ({ state, unitId, today, namesakes, asksOther }: SpotFormProps) => (
  <form action={deskPages.spot.path} method="post" novalidate>
    <Radios
      state={state}
      name="asked"
      label="下面这些，有没有一样"
      options={askedIds.map((value) => ({ value, name: askedWords[value] }))}
    />
    <TextField state={state} name="name" label="申请人姓名" />
    <TextField state={state} name="phone" label="申请人电话" optional />
    <TextField state={state} name="otherName" label="对方姓名" />
    <TextField state={state} name="otherPhone" label="对方电话" optional />
    <FilingFormField field="category" of="register" state={state} />
    <RegionSelect state={state} name="region" label="事情在哪里" within={unit(unitId).area} />
    <TextField
      state={state}
      name="subject"
      label="事由"
      hint="一句话，不写人名。比如：屋檐滴水、工钱没有结清。"
    />
    <TextArea
      state={state}
      name="narrative"
      label="发生了什么"
      hint="两行就够。"
      rows={2}
      max={lengths.narrative}
    />
    <TextArea
      state={state}
      name="spotResult"
      label="说好了什么"
      hint="谁、做什么、哪天前。双方用查询码都看得到这几句，一字不差。"
      rows={3}
      max={lengths.spotResult}
    />
    <Radios
      state={state}
      name="agreed"
      label="怎么说好的"
      options={agreedWays.map((value) => ({ value, ...agreedWords[value] }))}
    />
    <DayField
      state={state}
      name="effectiveOn"
      label="哪天说好的"
      hint={`当天不用改；${spotDaysBack} 天以内的，会写明是补录。`}
      min={addDays(today, -spotDaysBack)}
      max={today}
    />
    {namesakes.length > 0 ? (
      <>
        <NamesakeNote names={namesakes} />
        <Checkbox state={state} name={sameNameField} label="只是同名，和我没有关系" />
      </>
    ) : null}
    {asksOther ? <Checkbox state={state} name={otherMatterField} label="这是另一件事，另外登记" /> : null}
    <div class="actions">
      <button class="button" type="submit">
        登记
      </button>
    </div>
  </form>
)

/** The form; `instead` is what to do if the matter is none for it. */
export const SpotPage = ({ instead, ...props }: SpotFormProps & { instead: unknown }) => (
  <div class="page-width">
    <ErrorSummary errors={props.errors} />
    <header class="page-head">
      <h1>当场登记</h1>
      <p>当场已经说和了的，一页记完：谁、什么事、说好了什么。还没说和的，用“登记一件”。</p>
    </header>
    {props.waiting ? (
      <p class="note" role="note">
        刚才已经登记好一件：<a href={casePath(props.waiting)}>{props.waiting}</a>
        ，两张条子还没有给。<a href={deskPages.spotSlips.path}>去给条子</a>
      </p>
    ) : null}
    {instead}
    <Form {...props} />
  </div>
)

/** For units that make no agreements: what they do instead. */
export const NotForUnit = () => (
  <div class="page-width text">
    <header class="page-head">
      <h1>当场登记，由调解委员会来做</h1>
      <p>
        您的单位不做调解协议（人民调解法第八条、第二十八条）。网格员当场劝好的，请村（社区）的调解委员会来登记；还没有了的，您可以先登记一件，会交给他们。
      </p>
    </header>
    <div class="actions">
      <a class="button" href={deskPages.register.path}>
        登记一件
      </a>
    </div>
  </div>
)
