import {
  type LedgerChoice,
  type LedgerFilter,
  ledgerChoiceFields,
  ledgerChoices,
  ledgerDays,
  ledgerSorts,
} from '#domain/ledger/filter.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { Fold } from '#ui/fold.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Select } from '#ui/form/select.tsx'
import type { FormState } from '#ui/form/state.ts'

interface Props {
  state: FormState
  /** Units that the reader may choose from. */
  reach: readonly string[]
  open: boolean
}

const sorts = Object.entries(ledgerSorts).map(([value, name]) => ({ value, name }))

/** A list with one choice is no question, but for what is on or off. */
const offered = (choices: LedgerChoice[]): boolean =>
  choices.length > 1 || choices[0]?.name.startsWith('只') === true

/** 按什么看: a GET form with the filters and the order of a ledger. */
export const LedgerFilterForm = ({ state, reach, open }: Props) => (
  <Fold title="按日期、类别、状态、单位……筛选和排序" open={open}>
    <form class="narrow-form" action={deskPages.ledger.path} method="get" novalidate>
      {(Object.keys(ledgerDays) as (keyof typeof ledgerDays & keyof LedgerFilter)[]).map((name) => (
        <DayField state={state} name={name} label={ledgerDays[name]} />
      ))}
      {ledgerChoiceFields.map((name) => {
        const { name: label, of } = ledgerChoices[name]
        const groups = of(reach)
        return offered(groups) ? (
          <Select state={state} name={name} label={label} none="不限" groups={groups} />
        ) : null
      })}
      <Select state={state} name="sort" label="先后" none="默认" groups={sorts} />
      <div class="actions">
        <button class="button secondary" type="submit">
          只看这些
        </button>
      </div>
    </form>
  </Fold>
)
