import { draftLabels } from '#domain/agreement/form-words.ts'
import { mostParties } from '#domain/agreement/items.ts'
import { chosenFrom, isChosenOnly } from '#domain/agreement/makers.ts'
import { lengths } from '#domain/basics/bounds.ts'
import { agreementPath } from '#domain/routes/desk.ts'
import { Checkboxes } from '#ui/form/checkbox.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { seenField } from '../moves/page.tsx'
import { type DraftProps, ItemFields, optionsOf } from './item-fields.tsx'

/** Who makes it; asked for where that is not two people alone. */
const Makers = ({ view: { people }, state, chosen }: Pick<DraftProps, 'view' | 'state' | 'chosen'>) => {
  const options = chosenFrom(people)
  return options.length > 1 || options.some(isChosenOnly) ? (
    <Checkboxes
      state={state}
      name="makers"
      label="除了申请人，谁来签"
      hint={`名字写进协议，双方都看得到；最多 ${mostParties} 位。不选，就是各位当事人；很多人里的一位、推选的代表，选了才写进去。`}
      optional
      options={optionsOf(options)}
      chosen={chosen('makers')}
    />
  ) : null
}

/** The form of a draft: the parts of 人民调解法 29. */
export const DraftForm = (props: DraftProps) => {
  const { view, state, chosen, rows, colleagues } = props
  const { record } = view.deskCase
  return (
    <form action={agreementPath(record.number)} method="post" novalidate>
      <input type="hidden" name={seenField} value={String(record.headSeq)} />
      <TextArea
        state={state}
        name="facts"
        label={draftLabels.facts}
        hint="双方都认的事实。不写谁的电话、住址、病情。"
        rows={5}
        max={lengths.agreementFacts}
      />
      <Makers {...props} />
      {rows.map((row) => (
        <ItemFields row={row} {...props} />
      ))}
      <TextArea
        state={state}
        name="how"
        label={draftLabels.how}
        hint="比如：现金当面付，写收条。"
        optional
        rows={2}
        max={lengths.agreementHow}
      />
      <Checkboxes
        state={state}
        name="mediators"
        label="调解员"
        options={colleagues.map(({ id, name }) => ({ value: id, name }))}
        chosen={chosen('mediators')}
      />
      <div class="actions">
        <button class="button" type="submit">
          写好了，给双方看
        </button>
      </div>
      <p class="soft small">
        一次先给几条空的，不够的交了再加，最多六条。双方用各自的查询码看到同一份；看过不等于答应，当面签了、按了手印才算。
      </p>
    </form>
  )
}
